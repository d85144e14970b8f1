import { malformed } from './malformed.ts';
import { ThriftReader } from './thrift.ts';

/**
 * Whole numbers of a few bits, in runs of one value and runs that are packed bit by bit: levels, and places in a
 * dictionary. Read one at a time, since three bytes can stand for a run of two thousand million.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 */
export class Hybrid {
  private left = 0;
  private isPacked = false;
  /** Of a run of one value. */
  private value = 0;
  /** Of a byte of packed ones, those that were read. */
  private bitsRead = 0;

  /** @param width - bits of each, 0 to 32; of 0 bits there is nothing to read */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly width: number,
    private at = 0,
  ) {
    if (width > 32) malformed(`numbers of ${width} bits`);
  }

  /** @throws Malformed where there are no more */
  next(): number {
    if (this.width === 0) return 0;
    while (this.left === 0) this.startRun();
    this.left--;
    return this.isPacked ? this.bits() : this.value;
  }

  private startRun(): void {
    const reader = new ThriftReader(this.bytes, this.at);
    const head = reader.unsigned();
    this.at = reader.at;
    this.isPacked = head % 2 === 1;
    this.left = Math.floor(head / 2) * (this.isPacked ? 8 : 1);
    this.bitsRead = 0;
    if (this.isPacked) return;
    this.value = 0;
    for (let bit = 0; bit < this.width; bit += 8) this.value += this.byte(this.at++) * 2 ** bit;
  }

  private bits(): number {
    let value = 0;
    for (let bit = 0; bit < this.width; ) {
      const count = Math.min(8 - this.bitsRead, this.width - bit);
      value += ((this.byte(this.at) >> this.bitsRead) & ((1 << count) - 1)) * 2 ** bit;
      bit += count;
      this.bitsRead += count;
      if (this.bitsRead === 8) {
        this.bitsRead = 0;
        this.at++;
      }
    }
    return value;
  }

  private byte(at: number): number {
    return this.bytes[at] ?? malformed('values are missing');
  }
}

/** Bits that a number up to `most` takes. */
export const bitsFor = (most: number): number => 32 - Math.clz32(most);
