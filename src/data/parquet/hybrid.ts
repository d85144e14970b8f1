import { Bits } from './bits.ts';
import { malformed } from './malformed.ts';
import { ThriftReader } from './thrift.ts';

/**
 * Whole numbers of a few bits, in runs of one value and runs that are packed bit by bit: levels, and places in a
 * dictionary. Read one at a time, since three bytes can stand for a run of two thousand million.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 */
export class Hybrid {
  private left = 0;
  /** Of a run of one value; undefined of a run of packed ones. */
  private value: number | undefined;
  private bits: Bits;

  /** @param width - bits of each, 0 to 32; of 0 bits there is nothing to read */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly width: number,
    private at = 0,
  ) {
    if (width > 32) malformed(`numbers of ${width} bits`);
    this.bits = new Bits(bytes, at);
  }

  /** @throws Malformed where there are no more */
  next(): number {
    if (this.width === 0) return 0;
    while (this.left === 0) this.startRun();
    this.left--;
    return this.value ?? this.bits.next(this.width);
  }

  private startRun(): void {
    const { bytes, width } = this;
    const reader = new ThriftReader(bytes, this.at);
    const head = reader.unsigned();
    this.bits = new Bits(bytes, reader.at);
    if (head % 2 === 1) {
      const groups = (head - 1) / 2;
      this.value = undefined;
      this.left = 8 * groups;
      this.at = reader.at + groups * width;
    } else {
      this.left = head / 2;
      this.value = this.bits.next(8 * Math.ceil(width / 8));
      this.at = reader.at + Math.ceil(width / 8);
    }
  }
}

/** Bits that a number up to `most` takes. */
export const bitsFor = (most: number): number => 32 - Math.clz32(most);
