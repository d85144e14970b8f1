import { Bits } from './bits.ts';
import { malformed } from './malformed.ts';
import { ThriftReader } from './thrift.ts';

const MOST_IN_BLOCK = 2 ** 16;
const WIDEST = 64;

/**
 * Whole numbers as differences from one to the next, in blocks with the least of their differences in front, and of
 * each part of a block how many bits what is more takes. Exact up to 2⁵³.
 * https://parquet.apache.org/docs/file-format/data-pages/encodings/#DELTAENC
 */
export class Differences {
  /** As it says in front. */
  readonly count: number;
  private readonly reader: ThriftReader;
  private readonly inBlock: number;
  private readonly partsInBlock: number;
  private given = 0;
  private value: number;
  private least = 0;
  /** Bits of each part of the block; the part that is read, and values left in it. */
  private widths: readonly number[] = [];
  private part = 0;
  private left = 0;
  private bits: Bits;

  /** @param most - values that there may be @throws Malformed */
  constructor(
    private readonly bytes: Uint8Array,
    most: number,
  ) {
    this.reader = new ThriftReader(bytes);
    this.inBlock = this.reader.unsigned();
    this.partsInBlock = this.reader.unsigned();
    this.count = this.reader.unsigned();
    const [block, parts] = [this.inBlock, this.partsInBlock];
    const isSound = block > 0 && block <= MOST_IN_BLOCK && parts > 0 && block % (32 * parts) === 0;
    if (!isSound || this.count > most) malformed(`${this.count} differences in blocks of ${block}`);
    this.value = this.reader.integer();
    this.bits = new Bits(bytes, 0);
  }

  /** Where what follows them begins, once all were read. */
  get end(): number {
    return this.reader.at;
  }

  /** @throws Malformed where there are no more */
  next(): number {
    if (this.given === this.count) malformed('values are missing');
    if (this.given++ === 0) return this.value;
    if (this.left === 0) this.startPart();
    this.left--;
    this.value += this.least + this.bits.next(this.widths[this.part] as number);
    return this.value;
  }

  private startPart(): void {
    const { reader } = this;
    if (++this.part >= this.widths.length) {
      this.least = reader.integer();
      this.widths = Array.from({ length: this.partsInBlock }, () => reader.byte());
      this.part = 0;
    }
    const width = this.widths[this.part] as number;
    if (width > WIDEST) malformed(`numbers of ${width} bits`);
    this.left = this.inBlock / this.partsInBlock;
    this.bits = new Bits(this.bytes, reader.at);
    reader.at += (this.left * width) / 8;
  }
}
