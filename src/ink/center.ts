import type { Picture } from './scale';

/** Side of an MNIST image, pixels. */
export const IMAGE_SIDE = 28;

/**
 * Where the centre of mass goes, in pixel indices. Measured on the 60,000 training images: its x and y are spread
 * evenly over [13.5, 14.5) (quartiles 13.75, 14.01, 14.26), so MNIST's digits were moved by whole pixels, without
 * a second interpolation, to the pixel nearest to index 14: half a pixel below and right of the image's middle.
 */
export const CENTER = 14;

/** Keeps a digit whose centre of mass is half-way between two pixels from wavering with the last bit of a sum. */
const TIE = 1e-4;

/**
 * @param digit - at most 28 × 28
 * @returns [28 × 28] row by row, 0 to 1; what would stick out (a digit with all its weight at one end) is cut off
 */
export function centerByMass(digit: Picture): Float32Array {
  const { x, y } = centerOfMass(digit);
  return placed(digit, shiftToCenter(x), shiftToCenter(y));
}

/** The same with the middle of the picture in the middle of the image, whatever it weighs. */
export function centerBox(digit: Picture): Float32Array {
  const { width, height } = digit;
  return placed(digit, Math.floor((IMAGE_SIDE - width) / 2), Math.floor((IMAGE_SIDE - height) / 2));
}

function placed(digit: Picture, left: number, top: number): Float32Array {
  const image = new Float32Array(IMAGE_SIDE * IMAGE_SIDE);
  digit.values.forEach((value, i) => {
    const column = left + (i % digit.width);
    const row = top + Math.floor(i / digit.width);
    const inside = column >= 0 && column < IMAGE_SIDE && row >= 0 && row < IMAGE_SIDE;
    if (inside) image[row * IMAGE_SIDE + column] = value;
  });
  return image;
}

/** In pixel indices: a picture with ink in its first pixel only has (0, 0). The middle, if there is no ink. */
export function centerOfMass({ width, height, values }: Picture): { x: number; y: number } {
  let [mass, momentX, momentY] = [0, 0, 0];
  values.forEach((value, i) => {
    mass += value;
    momentX += value * (i % width);
    momentY += value * Math.floor(i / width);
  });
  if (mass === 0) return { x: (width - 1) / 2, y: (height - 1) / 2 };
  return { x: momentX / mass, y: momentY / mass };
}

/** The whole number that brings `center` into [13.5, 14.5). */
const shiftToCenter = (center: number): number => Math.ceil(CENTER - 0.5 - center - TIE);
