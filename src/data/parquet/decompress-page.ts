import { LIMITS } from '../given-file.ts';
import { decompress } from '../gunzip.ts';
import { malformed, notRead } from './malformed.ts';
import { unsnapped } from './snappy.ts';

/** By their numbers in parquet.thrift. */
const CODECS = ['none', 'Snappy', 'GZIP', 'LZO', 'Brotli', 'LZ4', 'ZSTD', 'LZ4'] as const;
/** A copy of 64 bytes takes three. */
const MOST_BY_SNAPPY = 24;
/** DEFLATE's most, and more than pages of pixels come to by any other. */
const MOST_BY_OTHERS = 1100;

/**
 * @param size - bytes that it unpacks to, as the file says
 * @throws Malformed, NotRead
 */
export async function decompressPage(
  packed: Uint8Array<ArrayBuffer>,
  codec: number,
  size: number,
): Promise<Uint8Array> {
  const name = CODECS[codec] ?? notRead(`compression ${codec}`);
  switch (name) {
    case 'none':
      return packed.length === size ? packed : malformed(`a page of ${packed.length} bytes, not ${size}`);
    case 'Snappy':
      checkRatio(packed, size, MOST_BY_SNAPPY);
      return unsnapped(packed, size);
    case 'GZIP':
      return byStream(packed, 'gzip', size, name);
    case 'ZSTD':
      return byStream(packed, 'zstd', size, name);
    case 'Brotli':
      return byStream(packed, 'brotli', size, name);
    case 'LZ4':
    case 'LZO':
      return notRead(name);
    default:
      return name satisfies never;
  }
}

/** Before anything of that size is made. */
function checkRatio({ length }: Uint8Array, size: number, most: number): void {
  if (size > Math.min(LIMITS.kept, most * (length + 8)))
    malformed(`${length} bytes that would unpack to ${size}`);
}

/** By the browser, where it has that: of ZSTD and Brotli some have. */
async function byStream(
  packed: Uint8Array<ArrayBuffer>,
  format: 'gzip' | 'zstd' | 'brotli',
  size: number,
  name: string,
): Promise<Uint8Array> {
  checkRatio(packed, size, MOST_BY_OTHERS);
  if (!hasStream(format)) notRead(name);
  const page = await decompress(packed, format as CompressionFormat, size).catch(() => undefined);
  return page?.length === size ? page : malformed(`a page that does not unpack to ${size} bytes`);
}

function hasStream(format: string): boolean {
  try {
    return Boolean(new DecompressionStream(format as CompressionFormat));
  } catch {
    return false;
  }
}
