import { z } from 'zod';
import { absent } from '../../model/absent';
import { keptSettingsSchema } from '../../model/kept-settings';
import { CLASS_LIMITS } from '../../model/network';
import { LIVE } from '../../model/settings';
import { bytesOfBase64 } from '../base64';

/*
 * The first version. A later one gets a file of its own, and what it has more a value here that says that it isn't known.
 */

const MOST_EPOCHS = 1000;
const MOST_POINTS = 10_000;
const MOST_IMAGES = 1e9;

const count = (most: number) => z.number().int().min(0).max(most);
const finite = z.number();
/** The loss of a run that diverged is no number, which JSON writes as null. */
const number = z.union([finite, z.null().transform(() => Number.NaN)]);
const share = z.number().min(0).max(1);

/** Of as many classes as a network may tell apart, each by each. */
function areOfClasses({ length }: readonly number[]): boolean {
  const classes = Math.sqrt(length);
  return Number.isInteger(classes) && classes >= CLASS_LIMITS[0] && classes <= CLASS_LIMITS[1];
}

const readingSchema = z
  .strictObject({
    images: count(MOST_IMAGES).min(1),
    right: count(MOST_IMAGES),
    loss: number,
    /** Image by image, a bit each, in base64. */
    bits: absent(z.string().max(4e6)),
    confusion: absent(z.array(count(MOST_IMAGES)).refine(areOfClasses)),
  })
  .refine(({ right, images }) => right <= images, 'more right than there are')
  .transform(({ bits: text, ...reading }, context) => {
    const bits = text === undefined ? undefined : bytesOfBase64(text);
    const isWhole = text === undefined || bits?.length === Math.ceil(reading.images / 8);
    if (!isWhole) context.addIssue({ code: 'custom', message: 'not a bit an image', path: ['bits'] });
    return { ...reading, bits };
  });

const changeSchema = z.strictObject({
  name: z.enum(LIVE),
  batch: count(1e9).min(1),
  from: finite,
  to: finite,
});

const endingSchema = z.strictObject({
  reason: z.enum(['all', 'patience', 'reached']),
  epochs: count(MOST_EPOCHS),
  keptEpoch: count(MOST_EPOCHS),
});

export const version1 = z.strictObject({
  format: z.literal('digit-lab run'),
  version: z.literal(1),
  run: z.strictObject({
    id: z.string().min(1).max(100),
    settings: keptSettingsSchema,
    changes: z.array(changeSchema).max(1000),
    data: absent(
      z.strictObject({ official: z.boolean(), areDigits: z.boolean(), train: count(MOST_IMAGES) }),
    ),
    backend: absent(z.enum(['webgpu', 'webgl', 'wasm', 'cpu'])),
    trainStep: absent(z.enum(['fast', 'reference'])),
    startedAt: count(8.64e15),
    seconds: finite.min(0),
    end: z.enum(['finished', 'stopped', 'failed', 'lost']),
    ending: absent(endingSchema),
    epochs: count(MOST_EPOCHS),
    validation: absent(readingSchema),
    test: absent(readingSchema),
    curves: z.strictObject({
      trainingLoss: z.array(z.strictObject({ epoch: finite, value: number })).max(MOST_POINTS),
      validationLoss: z.array(number).max(MOST_EPOCHS),
      validationAccuracy: z.array(share).max(MOST_EPOCHS),
    }),
    note: z.string().max(2000),
  }),
  /** In base64, single precision, little end first, in the order of the layers. */
  weights: absent(
    z.strictObject({
      trainedBatches: count(Number.MAX_SAFE_INTEGER),
      tensors: z.array(z.string().max(2e7)).max(200),
    }),
  ),
});
