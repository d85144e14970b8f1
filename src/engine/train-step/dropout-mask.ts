import { RandomStream } from '../../model/random';

/** Dropout layers that one network may have: each gets its own sub-stream of a step's numbers. */
export const DROPOUTS_A_STEP = 16;

/**
 * Inverted dropout (Srivastava et al. 2014): what a layer's inputs are multiplied by in one training step. Drawn value
 * by value, so that the same seed, step and layer give the same mask on every backend.
 * @param layer - its number among the dropout layers, from 0
 * @param length - images times inputs
 * @param percent - share of the inputs that is dropped
 * @returns 0 where dropped, else 1 / (1 − share)
 */
export function dropoutMask(
  at: { readonly seed: number; readonly step: number; readonly layer: number },
  length: number,
  percent: number,
): Float32Array {
  const random = new RandomStream(at.seed, 'dropout', at.step * DROPOUTS_A_STEP + at.layer);
  const share = percent / 100;
  const kept = 1 / (1 - share);
  return new Float32Array(length).map(() => (random.uniform() < share ? 0 : kept));
}
