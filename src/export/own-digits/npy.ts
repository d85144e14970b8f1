/**
 * An npy file of bytes, format 1.0: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @param values - uint8, of this shape, the last index runs fastest
 */
export function npyOfBytes(values: Uint8Array, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const sizes = shape.map((size) => `${size},`).join(' ');
  const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (${sizes}), }`;
  // Spaces and a line's end fill it up, so that the values begin at a multiple of 64.
  const length = Math.ceil((MAGIC.length + 2 + header.length + 1) / 64) * 64;
  const bytes = new Uint8Array(length + values.length).fill(0x20, 0, length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint16(MAGIC.length, length - MAGIC.length - 2, true);
  bytes.set(new TextEncoder().encode(header), MAGIC.length + 2);
  bytes[length - 1] = 0x0a;
  bytes.set(values, length);
  return bytes;
}

/** With the version behind it. */
const MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0);
