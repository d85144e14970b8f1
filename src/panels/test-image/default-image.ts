import type { ImageRef, Readings } from '../../protocol/data/images';
import { errorsIn } from '../shared/errors-in';

/** An image that is shown although nobody has chosen one. */
export interface DefaultImage {
  readonly ref: ImageRef;
  /** What is known of it: the most confident error of what was read, or the first test image. */
  readonly why: 'surest' | 'first';
  /** [10]; undefined where it has not been read. */
  readonly probabilities: Float32Array | undefined;
}

/** @param readings - those that matrix and gallery show; undefined before anything was read */
export function defaultImage(readings: Readings | undefined): DefaultImage {
  const index = readings && errorsIn(readings, undefined)[0];
  if (!readings || index === undefined) {
    return { ref: { set: 'test', position: 0 }, why: 'first', probabilities: undefined };
  }
  const { part, positions, probabilities, predicted } = readings;
  const classes = probabilities.length / predicted.length;
  return {
    ref: { set: part === 'test' ? 'test' : 'train', position: positions[index] as number },
    why: 'surest',
    probabilities: probabilities.subarray(classes * index, classes * (index + 1)),
  };
}
