import { z } from 'zod';
import { refusal } from '../dataset.ts';
import { LIMITS } from '../given-file.ts';
import type { ByteSource } from './byte-source.ts';
import { malformed } from './malformed.ts';
import { type Leaf, leavesOf } from './schema.ts';
import {
  countIn,
  neededCount,
  type Struct,
  structIn,
  structsIn,
  ThriftReader,
  textIn,
  textsIn,
} from './thrift.ts';

/** Where the values of a column lie, of one group of rows. */
export interface Chunk {
  /** The number of its compression. */
  readonly codec: number;
  /** Of its first page in the file, and bytes of all pages. */
  readonly start: number;
  readonly size: number;
  /** Values of all pages, missing ones too. */
  readonly count: number;
}

/** Rows that are read together. */
interface RowGroup {
  readonly rows: number;
  /** One a column, in their order. */
  readonly chunks: readonly Chunk[];
}

export interface Footer {
  readonly leaves: readonly Leaf[];
  readonly groups: readonly RowGroup[];
  readonly rows: number;
  /** Names of the classes of some columns, as Hugging Face writes them. */
  readonly classNames: ReadonlyMap<string, readonly string[]>;
}

/** Values for a byte of the file: runs of one value may come to any number, images of real things come to 16. */
export const MOST_BY_BYTE = 256;
const MAGIC = 'PAR1';
/** It is encrypted, and so is what says where what lies. */
const ENCRYPTED = 'PARE';
/** Bytes after what is said of the columns: its length, and the mark of the format. */
const END = 8;
/** Of 785 columns in hundreds of groups. */
const LONGEST = 64 * 2 ** 20;

/**
 * What a Parquet file says of itself, which stands at its end.
 * @throws Malformed, DataError encrypted, unreadable
 */
export async function readFooter(source: ByteSource): Promise<Footer> {
  const { size, place } = source;
  if (size < 2 * END) malformed('it is too short');
  const end = await source.read(size - END, size);
  const mark = String.fromCharCode(...end.subarray(4));
  if (mark === ENCRYPTED) throw refusal('encrypted', place);
  if (mark !== MAGIC) malformed('it was cut short, its end is missing');
  const length = new DataView(end.buffer, end.byteOffset).getUint32(0, true);
  if (length > Math.min(LONGEST, size - END)) malformed(`${length} bytes at its end`);
  const about = new ThriftReader(await source.read(size - END - length, size - END)).struct();
  const leaves = leavesOf(structsIn(about, 2));
  const groups = structsIn(about, 4)
    .map((group) => groupOf(group, leaves, source))
    .filter(({ rows }) => rows > 0);
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  return { leaves, groups, rows, classNames: classNamesIn(structsIn(about, 5)) };
}

function groupOf(group: Struct, leaves: readonly Leaf[], source: ByteSource): RowGroup {
  const rows = neededCount(group, 3);
  const columns = structsIn(group, 1);
  if (columns.length !== leaves.length) malformed(`${columns.length} columns, of ${leaves.length}`);
  return { rows, chunks: columns.map((column, i) => chunkOf(column, leaves[i] as Leaf, rows, source)) };
}

function chunkOf(column: Struct, leaf: Leaf, rows: number, { size: most, place }: ByteSource): Chunk {
  if (column.has(8) || column.has(9)) throw refusal('encrypted', place);
  if (column.has(1)) malformed('its columns lie in other files');
  const about = structIn(column, 3) ?? malformed('a column without a place');
  const path = textsIn(about, 3).join('.');
  if (path !== leaf.path.join('.')) malformed(`column ${path} in the place of another`);
  const [pages, dictionary] = [neededCount(about, 9), countIn(about, 11) ?? 0];
  const start = dictionary > 0 ? Math.min(dictionary, pages) : pages;
  const size = neededCount(about, 7);
  if (start + size > most) malformed(`column ${path} ends behind the end of the file`);
  const count = neededCount(about, 5);
  if (leaf.repetition === 0 && count !== rows) malformed(`${count} values of ${path} in ${rows} rows`);
  if (count > Math.min(LIMITS.kept, MOST_BY_BYTE * most))
    malformed(`${count} values of ${path} in ${most} bytes`);
  return { codec: neededCount(about, 4), start, size, count };
}

const FEATURES = z.object({
  info: z.object({ features: z.record(z.string(), z.unknown()) }),
});
const CLASS_LABEL = z.object({ _type: z.literal('ClassLabel'), names: z.array(z.string()) });

/** Anybody may have written them: what is no such text says nothing. */
function classNamesIn(metadata: readonly Struct[]): ReadonlyMap<string, readonly string[]> {
  const text = metadata.find((entry) => textIn(entry, 1) === 'huggingface');
  const names = new Map<string, readonly string[]>();
  const features = FEATURES.safeParse(parsed(text && textIn(text, 2)));
  for (const [column, feature] of Object.entries(features.data?.info.features ?? {})) {
    const label = CLASS_LABEL.safeParse(feature);
    if (label.success) names.set(column, label.data.names);
  }
  return names;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
