import { IMAGE_SIDE } from '../../ink/center';

/** Changes an image, [28 × 28], in place. */
export type Filter = (image: Float32Array) => void;

/**
 * Gaussian blur; what is outside of the image counts as empty.
 * @param deviation - pixels; 0 changes nothing
 */
export function blurBy(deviation: number): Filter {
  if (deviation === 0) return () => {};
  const weights = gaussian(deviation);
  const padded = new Float32Array(IMAGE_SIDE + weights.length - 1);
  return (image) => {
    for (let line = 0; line < IMAGE_SIDE; line++) convolve(image, line * IMAGE_SIDE, 1, weights, padded);
    for (let line = 0; line < IMAGE_SIDE; line++) convolve(image, line, IMAGE_SIDE, weights, padded);
  };
}

/** The bell from −3 to 3 standard deviations, whole pixels, adding up to 1. */
function gaussian(deviation: number): Float32Array {
  const reach = Math.ceil(3 * deviation);
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-(((i - reach) / deviation) ** 2) / 2),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * One row or column convolved with the weights, in place.
 * @param first - index of its first pixel
 * @param step - from one of its pixels to the next
 * @param padded - [28 + weights − 1] to work in; zeros at both ends
 */
function convolve(
  image: Float32Array,
  first: number,
  step: number,
  weights: Float32Array,
  padded: Float32Array,
): void {
  const reach = (weights.length - 1) / 2;
  for (let i = 0; i < IMAGE_SIDE; i++) padded[reach + i] = image[first + i * step] as number;
  for (let i = 0; i < IMAGE_SIDE; i++) {
    let sum = 0;
    for (let j = 0; j < weights.length; j++) sum += (weights[j] as number) * (padded[i + j] as number);
    image[first + i * step] = sum;
  }
}
