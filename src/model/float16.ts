/**
 * Numbers in 16 bits (IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction), in which weights travel: a network
 * reads as well with them and its file is half as large. Little end first. JavaScript's own Float16Array is too young.
 */
export const FLOAT16_BYTES = 2;

/** Exponent of the smallest normal number; below it numbers lie 2⁻²⁴ apart. */
const LEAST_EXPONENT = -14;
const FRACTION_BITS = 10;
const BIAS = 15;
const INFINITE = 0x7c00;

/**
 * To the nearest number of 16 bits, the even one of two that are equally near.
 * @throws RangeError for what is no number or beyond ±65,504
 */
export function encodeFloat16(values: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length * FLOAT16_BYTES);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    view.setUint16(i * FLOAT16_BYTES, bitsOf(value), true);
  });
  return bytes;
}

/** @throws RangeError for an odd number of bytes */
export function decodeFloat16(bytes: Uint8Array): Float32Array<ArrayBuffer> {
  if (bytes.length % FLOAT16_BYTES !== 0) throw new RangeError(`half a number in ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / FLOAT16_BYTES }, (_, i) =>
    numberOf(view.getUint16(i * FLOAT16_BYTES, true)),
  );
}

function bitsOf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  const exponent = Math.max(LEAST_EXPONENT, Math.floor(Math.log2(size)));
  const steps = toEven(size * 2 ** (FRACTION_BITS - exponent));
  // Fraction and exponent as one number: what is rounded up to the next power of two carries over by itself.
  const bits = steps + (exponent - LEAST_EXPONENT) * 2 ** FRACTION_BITS;
  if (!(bits < INFINITE)) throw new RangeError(`${value} does not fit into 16 bits`);
  return sign | bits;
}

function toEven(value: number): number {
  const below = Math.floor(value);
  const over = value - below;
  return over > 0.5 || (over === 0.5 && below % 2 === 1) ? below + 1 : below;
}

function numberOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> FRACTION_BITS) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** (LEAST_EXPONENT - FRACTION_BITS);
  return sign * (1 + fraction * 2 ** -FRACTION_BITS) * 2 ** (exponent - BIAS);
}
