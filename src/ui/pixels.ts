/** Pixels of a picture, ready for putImageData. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, [height, width, 4]. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** [height × width] row by row, 0 black to 1 white */
  readonly values: Float32Array;
}

export function greyPixels({ width, height, values }: GreyPicture): Pixels {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [pixel, value] of values.entries()) rgba.fill(value * 255, pixel * 4, pixel * 4 + 3);
  return { width, height, rgba };
}
