import { INPUT_SIDE, INPUT_SIZE } from '../model/input.ts';
import { type DataPlace, refusal } from './dataset.ts';

/**
 * The idx format of MNIST, unsigned bytes only: two zero bytes, the type (8), the number of dimensions, each dimension
 * as a big-endian 32-bit integer, then the values row by row. http://yann.lecun.com/exdb/mnist/
 */
const MAGIC = { images: 0x803, labels: 0x801 } as const;
const HEADER_BYTES = { images: 16, labels: 8 } as const;

export type IdxKind = keyof typeof MAGIC;

const word = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

/** What the first four bytes say that a file holds; undefined where they say neither. */
export function idxKind(bytes: Uint8Array): IdxKind | undefined {
  if (bytes.length < 4) return undefined;
  const magic = word(bytes, 0);
  return magic === MAGIC.images ? 'images' : magic === MAGIC.labels ? 'labels' : undefined;
}

/**
 * @param bytes - a whole idx file, unpacked
 * @returns uint8, [n, 28, 28], 0 background to 255 ink; a view of `bytes`, not a copy
 * @throws DataError bad-magic, wrong-kind, truncated, wrong-size
 */
export function parseIdxImages<B extends ArrayBufferLike>(bytes: Uint8Array<B>, place: DataPlace) {
  const count = checkedCount(bytes, 'images', place);
  const height = word(bytes, 8);
  const width = word(bytes, 12);
  if (height !== INPUT_SIDE || width !== INPUT_SIDE) {
    throw refusal('wrong-size', place, {
      found: `${height}×${width}`,
      wanted: `${INPUT_SIDE}×${INPUT_SIDE}`,
    });
  }
  return body(bytes, HEADER_BYTES.images, count * INPUT_SIZE, place);
}

/**
 * @param bytes - a whole idx file, unpacked
 * @returns uint8, [n], 0 to 9; a view of `bytes`, not a copy
 * @throws DataError bad-magic, wrong-kind, truncated, wrong-size, label-range
 */
export function parseIdxLabels<B extends ArrayBufferLike>(bytes: Uint8Array<B>, place: DataPlace) {
  const count = checkedCount(bytes, 'labels', place);
  const labels = body(bytes, HEADER_BYTES.labels, count, place);
  const wrong = labels.findIndex((label) => label > 9);
  if (wrong >= 0) {
    throw refusal('label-range', place, { found: `${labels[wrong]} (label ${wrong + 1})`, wanted: '0–9' });
  }
  return labels;
}

/**
 * What a file of images of any size, or of labels of any number of classes, says that it holds.
 * @param start - at least the header
 * @returns the shape (n, height, width) or (n), bytes of the header, and bytes of the values
 * @throws DataError truncated
 */
export function idxShape(start: Uint8Array, kind: IdxKind, place: DataPlace) {
  const count = checkedCount(start, kind, place);
  const shape = kind === 'images' ? [count, word(start, 8), word(start, 12)] : [count];
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, header: HEADER_BYTES[kind], size };
}

/** Values, one a byte, in an idx file of so many bytes. */
export const idxValues = (kind: IdxKind, bytes: number): number => bytes - HEADER_BYTES[kind];

/**
 * An idx file.
 * @param values - uint8: images [n, 28, 28], or labels [n]
 */
export function idxBytes(kind: IdxKind, values: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = HEADER_BYTES[kind];
  const bytes = new Uint8Array(header + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC[kind]);
  view.setUint32(4, kind === 'images' ? values.length / INPUT_SIZE : values.length);
  if (kind === 'images') {
    view.setUint32(8, INPUT_SIDE);
    view.setUint32(12, INPUT_SIDE);
  }
  bytes.set(values, header);
  return bytes;
}

function checkedCount(bytes: Uint8Array, wanted: IdxKind, place: DataPlace): number {
  const found = idxKind(bytes);
  if (found === undefined) throw refusal('bad-magic', place, { wanted });
  if (found !== wanted) throw refusal('wrong-kind', place, { found, wanted });
  const header = HEADER_BYTES[wanted];
  if (bytes.length < header) {
    throw refusal('truncated', place, { found: `${bytes.length}`, wanted: `${header}` });
  }
  return word(bytes, 4);
}

/** The declared size is compared with the actual one before anything is made of it: a header can claim 2³²−1 images. */
function body<B extends ArrayBufferLike>(
  bytes: Uint8Array<B>,
  header: number,
  size: number,
  place: DataPlace,
): Uint8Array<B> {
  const wanted = header + size;
  if (bytes.length !== wanted) {
    const code = bytes.length < wanted ? 'truncated' : 'wrong-size';
    throw refusal(code, place, { found: `${bytes.length}`, wanted: `${wanted}` });
  }
  return bytes.subarray(header);
}
