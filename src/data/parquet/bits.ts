import { malformed } from './malformed.ts';

/** Numbers of some bits each, one behind the other from the lowest bit of a byte on. */
export class Bits {
  /** Of a byte, those that were read. */
  private read = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** @param width - bits, up to 64; exact up to 53 of them @throws Malformed where there are no more */
  next(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; ) {
      const count = Math.min(8 - this.read, width - bit);
      const byte = this.bytes[this.at] ?? malformed('values are missing');
      value += ((byte >> this.read) & ((1 << count) - 1)) * 2 ** bit;
      bit += count;
      this.read += count;
      if (this.read === 8) {
        this.read = 0;
        this.at++;
      }
    }
    return value;
  }
}
