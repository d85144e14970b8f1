/**
 * A number with a fixed number of digits after the point, rounded as Python's `format(value, '.4f')` and C's printf do:
 * to the nearest, and where the number is exactly half way, to the even digit. `toFixed` differs in these cases alone,
 * which it rounds up: 0.03125 is '0.0313' there and '0.0312' in Python.
 * @param value - finite, from 0
 * @param digits - 0 to 15
 */
export function toFixedEven(value: number, digits: number): string {
  // Half way means value · 10^d = k + 1/2, so value · 2^(d+1) = (2k + 1) / 5^d: a whole number, and odd. Scaling by a
  // power of two is exact.
  const odd = value * 2 ** (digits + 1);
  if (!Number.isInteger(odd) || odd % 2 === 0) return value.toFixed(digits);
  const below = (BigInt(odd) * 5n ** BigInt(digits) - 1n) / 2n;
  const even = (below % 2n === 0n ? below : below + 1n).toString().padStart(digits + 1, '0');
  const point = even.length - digits;
  return digits === 0 ? even : `${even.slice(0, point)}.${even.slice(point)}`;
}
