import { centerOfMass, IMAGE_SIDE } from '../../../../src/ink/center';

const PIXELS = IMAGE_SIDE * IMAGE_SIDE;

/** One 28×28 image each. */
export const imagesOf = (images: Uint8Array): Uint8Array[] =>
  Array.from({ length: images.length / PIXELS }, (_, i) => images.slice(i * PIXELS, (i + 1) * PIXELS));

/** In pixels' worth of full ink. */
export const massOf = (images: Uint8Array): number => images.reduce((sum, value) => sum + value, 0) / 255;

/** In pixel indices. */
export const centerOf = (image: Uint8Array) =>
  centerOfMass({ width: IMAGE_SIDE, height: IMAGE_SIDE, values: Float32Array.from(image) });

/** Pixels from the first to the last with ink, both ways. */
export function inkExtent(image: Uint8Array): { width: number; height: number } {
  const inked = [...image.keys()].filter((i) => image[i] !== 0);
  const columns = inked.map((i) => i % IMAGE_SIDE);
  const rows = inked.map((i) => Math.floor(i / IMAGE_SIDE));
  return {
    width: Math.max(...columns) - Math.min(...columns) + 1,
    height: Math.max(...rows) - Math.min(...rows) + 1,
  };
}

/** Share of the inked pixels that hang together with the largest piece, across corners too. */
export function shareInLargestPiece(image: Uint8Array): number {
  const left = new Set([...image.keys()].filter((i) => image[i] !== 0));
  const total = left.size;
  let largest = 0;
  for (const start of left) largest = Math.max(largest, takePiece(left, start));
  return largest / total;
}

/** Takes the piece around one pixel out of the set. @returns its number of pixels */
function takePiece(left: Set<number>, start: number): number {
  const waiting = [start];
  left.delete(start);
  for (let next = 0; next < waiting.length; next++) {
    const pixel = waiting[next] as number;
    for (const step of [-29, -28, -27, -1, 1, 27, 28, 29]) {
      if (left.delete(pixel + step)) waiting.push(pixel + step);
    }
  }
  return waiting.length;
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const deviationOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
};
