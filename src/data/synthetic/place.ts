import { CENTER, IMAGE_SIDE } from '../../ink/center';
import type { Picture } from '../../ink/scale';

/**
 * Puts a digit into its image by whole pixels, so that its centre of mass lies in [13.5, 14.5) both ways, as MNIST's
 * do (see `ink/center.ts`); what would stick out is cut off.
 * @param image - [28 × 28], overwritten
 */
export function place({ width, height, values }: Picture, image: Float32Array): void {
  image.fill(0);
  let [mass, momentX, momentY] = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = values[row * width + column] as number;
      mass += value;
      momentX += value * column;
      momentY += value * row;
    }
  }
  const left = Math.ceil(CENTER - 0.5 - momentX / mass);
  const top = Math.ceil(CENTER - 0.5 - momentY / mass);
  const lastRow = Math.min(height, IMAGE_SIDE - top);
  const lastColumn = Math.min(width, IMAGE_SIDE - left);
  for (let row = Math.max(0, -top); row < lastRow; row++) {
    for (let column = Math.max(0, -left); column < lastColumn; column++) {
      image[(row + top) * IMAGE_SIDE + column + left] = values[row * width + column] as number;
    }
  }
}
