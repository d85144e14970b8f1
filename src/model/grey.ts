/**
 * How much ink each pixel has, 0 to 1.
 * @param greys - 0 background to 255 ink
 */
export function toInk(greys: Uint8Array): Float32Array<ArrayBuffer> {
  const ink = new Float32Array(greys.length);
  // Float32Array.from with a function takes a hundred times as long: a wall that is scrolled has thousands a second.
  for (let i = 0; i < greys.length; i++) ink[i] = (greys[i] as number) / 255;
  return ink;
}
