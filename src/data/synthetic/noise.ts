import type { Hand } from './hand';

/**
 * Adds normally distributed noise, in place, limited to what ink can be.
 * @param image - 0 to 1
 * @param deviation - standard deviation, as a share of full ink; 0 changes nothing
 */
export function addNoise(image: Float32Array, hand: Hand, deviation: number): void {
  if (deviation === 0) return;
  for (let i = 0; i < image.length; i++) {
    const value = (image[i] as number) + deviation * hand.normal();
    image[i] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
}
