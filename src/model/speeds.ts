import { z } from 'zod';
import { type Backend, differIn, type SettingName, type Settings } from './settings';

/** A backend that has a fast train step: Automatic chooses between them by how fast they are here. */
export type FastBackend = Extract<Backend, 'webgpu' | 'wasm'>;

/** How fast one network is trained on one machine, as far as it was measured. */
export interface KnownSpeeds {
  /** Names all that decides it: the network, how it is trained, and the machine. */
  readonly key: string;
  readonly speeds: readonly { readonly backend: FastBackend; readonly imagesPerSecond: number }[];
}

/** So many are kept, the latest. */
export const MOST_KNOWN_SPEEDS = 50;

const knownSpeedsSchema: z.ZodType<KnownSpeeds> = z.strictObject({
  key: z.string().min(1).max(1000),
  speeds: z
    .array(
      z.strictObject({
        backend: z.enum(['webgpu', 'wasm']),
        imagesPerSecond: z.number().positive().max(1e9),
      }),
    )
    .min(1)
    .max(2),
});

/** What a browser kept, without what does not read as speeds. Oldest first. */
export function knownSpeedsFrom(kept: unknown): readonly KnownSpeeds[] {
  if (!Array.isArray(kept)) return [];
  return kept.slice(-MOST_KNOWN_SPEEDS).flatMap((one: unknown) => {
    const parsed = knownSpeedsSchema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** What says how fast a network is trained, and whether Automatic has a choice at all. */
const DECISIVE = [
  'network',
  'activation',
  'dropout',
  'batchSize',
  'optimizer',
  'workers',
  'backend',
  'trainStep',
] as const satisfies readonly SettingName[];

/** True where what was measured for one of two settings says nothing about the other. */
export const differInSpeed = (a: Settings, b: Settings): boolean =>
  DECISIVE.some((name) => differIn(name, a, b));
