import { INPUT_SIDE, INPUT_SIZE } from '../../model/input';
import type { OwnDigit } from '../../model/own-digit';
import type { ExportedFile } from '../format';
import { zipped } from '../zip';
import { npyOfBytes } from './npy';
import { greyPng } from './png';

/**
 * Own digits as numpy loads them: `x_train` uint8 [n, 28, 28], 0 background to 255 ink, and `y_train` uint8 [n], in
 * their order.
 */
export function ownDigitsNpz(digits: readonly OwnDigit[]): Promise<Uint8Array<ArrayBuffer>> {
  const images = new Uint8Array(digits.length * INPUT_SIZE);
  for (const [i, { image }] of digits.entries()) images.set(image, i * INPUT_SIZE);
  const labels = Uint8Array.from(digits, ({ label }) => label);
  return zipped([
    { name: 'x_train.npy', content: npyOfBytes(images, [digits.length, INPUT_SIDE, INPUT_SIDE]) },
    { name: 'y_train.npy', content: npyOfBytes(labels, [digits.length]) },
  ]);
}

/**
 * Own digits as 28×28 grey PNGs in a zip, in folders by digit: `3/0001.png` is the first 3. All ten folders are there,
 * so that whoever numbers the folders in their order, as Keras's image_dataset_from_directory, has the digits.
 */
export async function ownDigitsPictures(digits: readonly OwnDigit[]): Promise<Uint8Array<ArrayBuffer>> {
  const folders = Array.from({ length: 10 }, (_, digit) => ({ name: `${digit}/`, content: '' }));
  const counts = folders.map(() => 0);
  const pictures: ExportedFile[] = [];
  for (const { label, image } of digits) {
    const number = (counts[label] ?? 0) + 1;
    counts[label] = number;
    const name = `${label}/${`${number}`.padStart(4, '0')}.png`;
    pictures.push({ name, content: await greyPng(image, INPUT_SIDE) });
  }
  return zipped([...folders, ...pictures]);
}
