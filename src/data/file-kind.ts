/** What a file is, as far as it matters who reads it. */
export type FileKind = 'array' | 'picture' | 'archive' | 'tar' | 'idx' | 'table' | 'parquet' | ForeignKind;
/** Known, and not read here: a few lines of Python make an npz of them. */
export type ForeignKind = 'pickle' | 'hdf5' | 'matlab';

const ENDINGS: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(png|jpe?g|jfif|webp|bmp|gif|avif|tiff?|pgm)$/i, 'picture'],
  [/\.npy$/i, 'array'],
  [/\.(npz|zip)$/i, 'archive'],
  [/\.(tar|tgz|tar\.gz)$/i, 'tar'],
  [/\.(csv|tsv)(\.gz)?$/i, 'table'],
  [/\.(pkl|pickle)(\.gz)?$/i, 'pickle'],
  [/\.(h5|hdf5)$/i, 'hdf5'],
  [/\.mat$/i, 'matlab'],
  [/\.parquet$/i, 'parquet'],
  [/idx[13]|ubyte/i, 'idx'],
];

export const kindByName = (name: string): FileKind | undefined =>
  ENDINGS.find(([ending]) => ending.test(name))?.[1];

/** Bytes at the beginning of a file that say what it is; a tar archive says it at 257. */
export const TELLING_BYTES = 512;

const BEGINNINGS: readonly (readonly [string, FileKind, at?: number])[] = [
  ['\x93NUMPY', 'array'],
  ['PK\x03\x04', 'archive'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['WEBP', 'picture', 8],
  ['ftypavif', 'picture', 4],
  ['\x89HDF', 'hdf5'],
  ['MATLAB 5.0', 'matlab'],
  ['MATLAB 7.3', 'hdf5'],
  ['PAR1', 'parquet'],
  ['ustar', 'tar', 257],
  ['\x00\x00\x08\x01', 'idx'],
  ['\x00\x00\x08\x03', 'idx'],
];

/**
 * What a file is by how it begins; names lie more often.
 * @param start - its first bytes, unpacked where it is gzipped
 * @returns undefined where that says nothing
 */
export function kindByContent(start: Uint8Array): FileKind | undefined {
  const text = String.fromCharCode(...start.subarray(0, TELLING_BYTES));
  const found = BEGINNINGS.find(([beginning, , at = 0]) => text.startsWith(beginning, at));
  if (found)
    return found[1] === 'picture' && text.startsWith('BM') && !isBitmap(start) ? undefined : found[1];
  // Protocols 2 to 5; those before are text.
  if (start[0] === 0x80 && (start[1] ?? 0) >= 2 && (start[1] ?? 9) <= 5) return 'pickle';
  return isTable(text) ? 'table' : undefined;
}

/** Words can begin with BM: a bitmap has zeros in bytes 6 to 9. */
const isBitmap = (start: Uint8Array) => start.length > 9 && start.subarray(6, 10).every((byte) => byte === 0);

/** Fields of fewer columns would be no image. */
const FEWEST_FIELDS = 17;

/** Numbers, or a row of names, with one separator between them all along. */
function isTable(text: string): boolean {
  if (text === '' || [...text].some((sign) => sign < ' ' && !'\t\n\r'.includes(sign))) return false;
  const row = text.replace(/^\xef\xbb\xbf/, '').split('\n')[0] as string;
  return [',', ';', '\t', ' '].some((separator) => {
    const fields = row.trim().split(separator === ' ' ? / +/ : separator);
    // Text has spaces too: there numbers alone are a table.
    if (separator === ' ' && !fields.every((field) => /^[-+.\de]+$/i.test(field))) return false;
    return fields.length >= FEWEST_FIELDS && fields.slice(0, -1).every((field) => field.trim().length < 24);
  });
}
