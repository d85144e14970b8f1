import { toInk } from '../../model/grey';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';
import { greyPixels, type Pixels } from '../../ui/pixels';

/** One of several images, uint8, [n, 784]. */
export function digitPixels(images: Uint8Array, index: number): Pixels {
  const grey = images.subarray(index * INPUT_SIZE, (index + 1) * INPUT_SIZE);
  const values = toInk(grey);
  return greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values });
}
