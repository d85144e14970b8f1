import { INPUT_SIDE } from '../../model/network';
import type { Readings } from '../../protocol/data/images';
import type { Inquiries } from '../../protocol/engine-api';
import { errorsIn, sureness } from '../shared/errors-in';

/** An image that was read wrong. */
export interface ErrorPicture {
  /** As a `data:` address. */
  readonly address: string;
  readonly truth: number;
  readonly predicted: number;
  /** Of what it was read as, 0 to 1. */
  readonly probability: number;
}

const MOST = 24;

/** The most confident errors, as pictures; none where the images can't be had. */
export async function errorPictures(
  readings: Readings,
  inquiries: Pick<Inquiries, 'images'>,
): Promise<readonly ErrorPicture[]> {
  const errors = [...errorsIn(readings, undefined).subarray(0, MOST)];
  const positions = Uint32Array.from(errors, (index) => readings.positions[index] ?? 0);
  const found = await inquiries.images(readings.part === 'test' ? 'test' : 'train', positions);
  if (!found) return [];
  return errors.map((index, i) => {
    return {
      address: pngAddress(found.images, i),
      truth: readings.truth[index] ?? 0,
      predicted: readings.predicted[index] ?? 0,
      probability: sureness(readings, index),
    };
  });
}

function pngAddress(images: Uint8Array, index: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = INPUT_SIDE;
  canvas.height = INPUT_SIDE;
  const picture = new ImageData(INPUT_SIDE, INPUT_SIDE);
  const size = INPUT_SIDE * INPUT_SIDE;
  for (let pixel = 0; pixel < size; pixel++) {
    picture.data.set([0, 0, 0, 255].fill(images[index * size + pixel] ?? 0, 0, 3), 4 * pixel);
  }
  canvas.getContext('2d')?.putImageData(picture, 0, 0);
  return canvas.toDataURL('image/png');
}
