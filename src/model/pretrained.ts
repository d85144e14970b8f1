import { z } from 'zod';
import { decodeFloat16, encodeFloat16, FLOAT16_BYTES } from './float16';
import { keptSettingsSchema, possibleNetwork } from './kept-settings';
import type { Settings } from './settings';
import { planOf, weightSizes } from './shapes';

/** The networks that ship with the page: a card that says what they are, and all of their weights in one file. */
export const PRETRAINED = { folder: 'pretrained/', card: 'card.json', weights: 'weights.bin' } as const;

/** Bytes of both files together, at most: they are there in the first second. */
export const PRETRAINED_LIMIT = 500_000;

const share = z.number().min(0).max(1);

const cardSchema = z.strictObject({
  format: z.literal('digit-lab pretrained 1'),
  /** All that it was trained by; the same command makes the same network. */
  settings: keptSettingsSchema,
  /** The command that makes these files. */
  command: z.string().min(1).max(200),
  /** What it was trained on, in words. */
  data: z.string().min(1).max(500),
  measured: z.strictObject({
    /** Of MNIST's test images, by these very weights of 16 bits. */
    testAccuracy: share,
    /** Expected calibration error on MNIST's test images after temperature scaling. */
    testCalibrationError: share,
    /** Of people's pen strokes, by file. */
    drawn: z.record(
      z.string(),
      z.strictObject({
        digits: z.number().int().min(1),
        accuracy: share,
        /** Expected calibration error; cards of before do not have it. */
        calibrationError: share.optional(),
      }),
    ),
  }),
  /** Fitted on images that were not trained on, which `data` names: logits are divided by it. */
  temperature: z.number().min(0.05).max(20),
  detector: z.strictObject({
    network: possibleNetwork,
    /** Log-odds of 'no digit' from which on a drawing is refused. */
    threshold: z.number().min(-100).max(100),
    measured: z.strictObject({
      /** Shares that are refused, by kind of image. */
      refused: z.record(z.string(), share),
    }),
  }),
  weights: z.strictObject({
    /** 16-bit floating point, little end first: the network's tensors, then the detector's. */
    type: z.literal('float16'),
    bytes: z.number().int().min(2).max(PRETRAINED_LIMIT),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});
export type PretrainedCard = z.infer<typeof cardSchema>;

/** The network that says what is no digit, whatever network reads the digits. */
export interface Detector {
  readonly network: Settings['network'];
  /** In the order of the plan. */
  readonly weights: readonly Float32Array[];
  readonly threshold: number;
}

export interface Pretrained {
  readonly card: PretrainedCard;
  /** In the order of the plan. */
  readonly weights: readonly Float32Array[];
  readonly detector: Detector;
}

/** @throws ZodError for what is no card */
export const parseCard = (card: unknown): PretrainedCard => cardSchema.parse(card);

/**
 * @param bytes - of the weights' file, its checksum checked
 * @throws RangeError where there are not as many weights as the networks have
 */
export function readPretrained(card: PretrainedCard, bytes: Uint8Array): Pretrained {
  const own = weightSizes(planOf(card.settings.network));
  const detecting = weightSizes(planOf(card.detector.network));
  const needed = [...own, ...detecting].reduce((sum, size) => sum + size, 0) * FLOAT16_BYTES;
  if (bytes.length !== needed) throw new RangeError(`${bytes.length} bytes of weights, not ${needed}`);
  const values = decodeFloat16(bytes);
  let taken = 0;
  const take = (sizes: readonly number[]) =>
    sizes.map((size) => {
      taken += size;
      return values.slice(taken - size, taken);
    });
  const weights = take(own);
  const { network, threshold } = card.detector;
  return { card, weights, detector: { network, weights: take(detecting), threshold } };
}

/** The file that `readPretrained` reads. */
export function packWeights(...networks: readonly (readonly Float32Array[])[]): Uint8Array<ArrayBuffer> {
  const packed = networks.flat().map(encodeFloat16);
  const bytes = new Uint8Array(packed.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of packed) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
