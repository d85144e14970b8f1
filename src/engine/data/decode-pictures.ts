import { brightness } from '../../data/brightness';
import type { DecodePictures } from '../../data/reading';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';

/**
 * Decodes 28×28 pictures by the browser, one below the other on one canvas: reading a canvas costs far more than a
 * picture. The canvas has no transparency, so that what shines through is black.
 */
export const decodePictures: DecodePictures = async (pictures) => {
  const images = new Uint8Array(pictures.length * INPUT_SIZE);
  const failed: number[] = [];
  if (pictures.length === 0) return { images, failed };
  const canvas = new OffscreenCanvas(INPUT_SIDE, INPUT_SIDE * pictures.length);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('this browser gives no canvas to decode pictures on');
  await Promise.all(
    pictures.map(async (bytes, position) => {
      const bitmap = await bitmapOf(bytes);
      if (bitmap) context.drawImage(bitmap, 0, position * INPUT_SIDE);
      else failed.push(position);
      bitmap?.close();
    }),
  );
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let pixel = 0; pixel < images.length; pixel++) {
    const [red, green, blue] = [data[4 * pixel] ?? 0, data[4 * pixel + 1] ?? 0, data[4 * pixel + 2] ?? 0];
    images[pixel] = brightness(red, green, blue);
  }
  return { images, failed: failed.sort((a, b) => a - b) };
};

/** Values as they are in the file, whatever profile it carries. */
async function bitmapOf(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: 'image/png' }), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
  } catch {
    return undefined;
  }
}
