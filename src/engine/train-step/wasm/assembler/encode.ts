/** Numbers as a WebAssembly module holds them (core specification, 5.2 Values). */

/** LEB128 of an unsigned integer below 2³². */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** LEB128 of a 32-bit integer, signed or not. */
export function signed(value: number): number[] {
  if (!Number.isInteger(value)) throw new RangeError(`${value} is no whole number`);
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

/** The four bytes of a single-precision number, little endian. */
export function float32(value: number): number[] {
  return [...new Uint8Array(new Float32Array([value]).buffer)];
}

/** A vector: how many, then each. */
export const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];

/** A section of a module, or any other sequence of bytes that begins with its own length. */
export const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];

export const name = (text: string): number[] => sized([...new TextEncoder().encode(text)]);
