import { z } from 'zod';
import { keptSettingsSchema } from '../model/kept-settings';
import { CLASS_LIMITS } from '../model/network';
import type { TrainedNetwork } from '../model/trained-network';

/** The name of what a file of another format says about a network of the lab. */
export const ABOUT_KEY = 'digit-lab';

const FORMAT = 'digit-lab network 1';
const LONGEST_NAME = 100;

const classNamesSchema = z.array(z.string().max(LONGEST_NAME)).min(CLASS_LIMITS[0]).max(CLASS_LIMITS[1]);

const schema = z.strictObject({
  format: z.literal(FORMAT),
  settings: keptSettingsSchema,
  trainedBatches: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  classNames: classNamesSchema,
});
type AboutNetwork = z.infer<typeof schema>;

/** All but the weights, as JSON. */
export const writeAbout = (
  { settings, trainedBatches }: TrainedNetwork,
  classNames: readonly string[],
): string => JSON.stringify({ format: FORMAT, settings, trainedBatches, classNames });

/** @returns undefined for what is none */
export function parseAbout(text: unknown): AboutNetwork | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
