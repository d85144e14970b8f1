import { type Box, boundingBox } from './bounding-box';
import { centerByMass } from './center';
import { rasterize } from './rasterize';
import { type Picture, scaleToDigit } from './scale';
import type { Stroke } from './stroke';

/** A drawing on its way to the network, step by step. */
export interface NormalizedInk {
  /** [280 × 280] row by row, 0 background to 1 ink */
  readonly ink: Float32Array;
  readonly box: Box;
  /** The box, its longest side scaled to 20 pixels. */
  readonly scaled: Picture;
  /** [784]: 28 × 28 row by row, 0 to 1; centre of mass in the middle. What the network gets. */
  readonly image: Float32Array;
}

/**
 * Strokes as MNIST would have shown them.
 * Source: Y. LeCun, C. Cortes, C. Burges, The MNIST database: size-normalised into a 20×20 box with the aspect
 * ratio kept, grey by anti-aliasing, then the centre of mass moved to the centre of 28×28.
 * @returns undefined if no ink is on the pad
 */
export function normalize(strokes: readonly Stroke[]): NormalizedInk | undefined {
  const ink = rasterize(strokes);
  const box = boundingBox(ink);
  if (!box) return undefined;
  const scaled = scaleToDigit(ink, box);
  return { ink, box, scaled, image: centerByMass(scaled) };
}
