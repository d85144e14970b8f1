import { INPUT_SIZE } from '../model/network';
import type { LabelledImages } from './dataset';

/** From 0 background to 255 ink, to 0 to 1. */
export const toInk = (greys: Uint8Array): Float32Array => Float32Array.from(greys, (grey) => grey / 255);

/** One image of a data set, [784], 0 to 1. */
export const inkAt = ({ images }: LabelledImages, position: number): Float32Array =>
  toInk(images.subarray(position * INPUT_SIZE, (position + 1) * INPUT_SIZE));
