import type { LabelledImages } from '../../../src/data/dataset';
import { toInk } from '../../../src/model/grey';
import { IMAGES_FILE, LABELS_FILE } from '../image-files';

/** The images that all train on, beside the page. */
export async function fetchImages(): Promise<LabelledImages> {
  const [images, labels] = await Promise.all([IMAGES_FILE, LABELS_FILE].map(bytesOf));
  return { images: images as Uint8Array, labels: labels as Uint8Array };
}

async function bytesOf(name: string): Promise<Uint8Array> {
  // The page lies one folder above its scripts. (Vite would bundle all that import.meta.url could mean.)
  const response = await fetch(new URL(`../${name}`, location.href));
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @returns float32, 0 to 1 */
export const brightness = ({ images }: LabelledImages): Float32Array => toInk(images);
