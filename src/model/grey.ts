/**
 * How much ink each pixel has, 0 to 1.
 * @param greys - 0 background to 255 ink
 */
export const toInk = (greys: Uint8Array): Float32Array<ArrayBuffer> =>
  Float32Array.from(greys, (grey) => grey / 255);
