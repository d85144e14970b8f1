import { IMAGE_SIDE } from '../../ink/center';

/**
 * Gaussian blur, in place; what is outside of the image counts as empty.
 * @param image - [28 × 28]
 * @param deviation - pixels; 0 changes nothing
 */
export function blur(image: Float32Array, deviation: number): void {
  if (deviation === 0) return;
  const weights = gaussian(deviation);
  const between = new Float32Array(image.length);
  convolve(image, between, weights, 1, IMAGE_SIDE);
  convolve(between, image, weights, IMAGE_SIDE, 1);
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
 * Every line of the image convolved with the weights.
 * @param step - between the pixels of a line
 * @param stride - between the lines
 */
function convolve(
  from: Float32Array,
  to: Float32Array,
  weights: Float32Array,
  step: number,
  stride: number,
): void {
  const reach = (weights.length - 1) / 2;
  for (let line = 0; line < IMAGE_SIDE; line++) {
    for (let i = 0; i < IMAGE_SIDE; i++) {
      const last = Math.min(IMAGE_SIDE - 1, i + reach);
      let sum = 0;
      for (let j = Math.max(0, i - reach); j <= last; j++) {
        sum += (from[line * stride + j * step] as number) * (weights[j - i + reach] as number);
      }
      to[line * stride + i * step] = sum;
    }
  }
}
