import { decompressPage } from './decompress-page.ts';
import type { Chunk } from './footer.ts';
import { bitsFor, Hybrid } from './hybrid.ts';
import { malformed, notRead } from './malformed.ts';
import type { Leaf } from './schema.ts';
import { countIn, neededCount, type Struct, structIn, ThriftReader } from './thrift.ts';

/** Values of a column, as they are encoded, with what says where they belong. */
interface Page {
  readonly isDictionary: boolean;
  /** Values, missing ones too. */
  readonly count: number;
  /** Of each, 0 where a new row begins. */
  readonly repetition: Hybrid;
  /** Of each, the column's own where there is a value. */
  readonly definition: Hybrid;
  /** By its number in parquet.thrift. */
  readonly encoding: number;
  readonly values: Uint8Array;
}

const [DATA, INDEX, DICTIONARY, DATA_2] = [0, 1, 2, 3];
/** Of levels: as old as the format, and given up in 2013. */
const BIT_PACKED = 4;

/**
 * The pages of a column in one group of rows.
 * @param bytes - all of them
 * @throws Malformed, NotRead
 */
export async function* pagesOf(
  bytes: Uint8Array<ArrayBuffer>,
  { codec }: Chunk,
  leaf: Leaf,
): AsyncGenerator<Page> {
  for (let at = 0; at < bytes.length; ) {
    const reader = new ThriftReader(bytes, at);
    const head = reader.struct();
    at = reader.at + neededCount(head, 3);
    if (at > bytes.length) malformed('a page that is longer than its column');
    const packed = bytes.subarray(reader.at, at);
    const kind = neededCount(head, 1);
    if (kind === DATA) yield await dataPage(head, packed, codec, leaf);
    else if (kind === DATA_2) yield await secondDataPage(head, packed, codec, leaf);
    else if (kind === DICTIONARY) yield await dictionaryPage(head, packed, codec);
    else if (kind !== INDEX) notRead(`pages of kind ${kind}`);
  }
}

const NO_LEVELS = new Hybrid(new Uint8Array(), 0);

async function dictionaryPage(head: Struct, packed: Uint8Array<ArrayBuffer>, codec: number): Promise<Page> {
  const about = structIn(head, 7) ?? malformed('a page without a head');
  const values = await decompressPage(packed, codec, neededCount(head, 2));
  return {
    ...{ isDictionary: true, count: neededCount(about, 1), encoding: 0, values },
    ...{ repetition: NO_LEVELS, definition: NO_LEVELS },
  };
}

/** Its levels are compressed with its values, each behind its length. */
async function dataPage(
  head: Struct,
  packed: Uint8Array<ArrayBuffer>,
  codec: number,
  leaf: Leaf,
): Promise<Page> {
  const about = structIn(head, 5) ?? malformed('a page without a head');
  const page = await decompressPage(packed, codec, neededCount(head, 2));
  let at = 0;
  const levels = (most: number, encoding: number | undefined) => {
    if (most === 0) return NO_LEVELS;
    if (encoding === BIT_PACKED) notRead('the encoding BIT_PACKED');
    const length = new DataView(page.buffer, page.byteOffset, page.length).getUint32(at, true);
    at += 4 + length;
    if (at > page.length) malformed('levels that are longer than their page');
    return new Hybrid(page.subarray(at - length, at), bitsFor(most));
  };
  const repetition = levels(leaf.repetition, countIn(about, 4));
  const definition = levels(leaf.definition, countIn(about, 3));
  return {
    ...{ isDictionary: false, count: neededCount(about, 1), encoding: neededCount(about, 2) },
    ...{ repetition, definition, values: page.subarray(at) },
  };
}

/** Its levels stand in front of its values, as they are. */
async function secondDataPage(
  head: Struct,
  packed: Uint8Array<ArrayBuffer>,
  codec: number,
  leaf: Leaf,
): Promise<Page> {
  const about = structIn(head, 8) ?? malformed('a page without a head');
  const [forDefinition, forRepetition] = [neededCount(about, 5), neededCount(about, 6)];
  const levels = forRepetition + forDefinition;
  const size = neededCount(head, 2) - levels;
  if (levels > packed.length || size < 0) malformed('levels that are longer than their page');
  const own = packed.subarray(levels);
  const isPacked = about.get(7) !== false;
  return {
    ...{ isDictionary: false, count: neededCount(about, 1), encoding: neededCount(about, 4) },
    repetition: new Hybrid(packed.subarray(0, forRepetition), bitsFor(leaf.repetition)),
    definition: new Hybrid(packed.subarray(forRepetition, levels), bitsFor(leaf.definition)),
    values: await decompressPage(own, isPacked ? codec : 0, size),
  };
}
