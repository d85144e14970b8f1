import { toInk } from '../model/grey';
import { INPUT_SIZE } from '../model/input';
import type { LabelledImages } from './dataset';

/** One image of a data set, [784], 0 background to 1 ink. */
export function inkAt({ images }: LabelledImages, position: number): Float32Array {
  return toInk(images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE));
}
