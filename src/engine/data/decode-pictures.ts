import type { DecodedPicture, DecodePictures } from '../../data/reading';

/**
 * Decodes pictures by the browser, one after the other on one canvas, which grows to the largest. Where a browser has no
 * canvas in a worker none can be decoded, and each is named as such.
 */
export const decodePictures: DecodePictures = async (pictures, longest) => {
  if (typeof OffscreenCanvas === 'undefined') return pictures.map(() => undefined);
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return pictures.map(() => undefined);
  const bitmaps = await Promise.all(pictures.map(bitmapOf));
  return bitmaps.map((bitmap) => bitmap && pixelsOf(bitmap, longest, context));
};

function pixelsOf(
  bitmap: ImageBitmap,
  longest: number,
  context: OffscreenCanvasRenderingContext2D,
): DecodedPicture | undefined {
  try {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const { canvas } = context;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
    }
    context.imageSmoothingQuality = 'high';
    context.clearRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0, width, height);
    return { width, height, rgba: context.getImageData(0, 0, width, height).data };
  } catch {
    return undefined;
  } finally {
    bitmap.close();
  }
}

/** Told by what it holds, whatever its name; values as they are in the file, whatever profile it carries. */
async function bitmapOf(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(new Blob([bytes]), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
      imageOrientation: 'from-image',
    });
  } catch {
    return undefined;
  }
}
