import { malformed } from './malformed.ts';
import { ThriftReader } from './thrift.ts';

/**
 * What Snappy has packed: its length, then pieces that are bytes as they are, or that repeat what was there before.
 * Each makes the output longer, so that it ends whatever the bytes are.
 * https://github.com/google/snappy/blob/main/format_description.txt
 * @param size - bytes that it unpacks to
 * @throws Malformed
 */
export function unsnapped(packed: Uint8Array, size: number): Uint8Array {
  const page = new Uint8Array(size);
  // Of no bytes there need not even be the length.
  if (packed.length === 0 && size === 0) return page;
  const reader = new ThriftReader(packed);
  if (reader.unsigned() !== size) malformed(`a page that does not unpack to ${size} bytes`);
  let at = reader.at;
  const number = (bytes: number) => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += (packed[at++] ?? damaged()) * 256 ** i;
    return value;
  };
  for (let to = 0; to < size; ) {
    const tag = number(1);
    const kind = tag & 3;
    let count = kind === 1 ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2);
    if (kind === 0) {
      if (count > 60) count = 1 + number(count - 60);
      if (count > Math.min(packed.length - at, size - to)) damaged();
      page.set(packed.subarray(at, at + count), to);
      at += count;
    } else {
      const back = kind === 1 ? (tag >> 5) * 256 + number(1) : number(kind === 2 ? 2 : 4);
      if (back === 0 || back > to || count > size - to) damaged();
      // One by one: it may repeat what it has just written.
      for (let i = to; i < to + count; i++) page[i] = page[i - back] as number;
    }
    to += count;
  }
  return page;
}

const damaged = () => malformed('a page that does not unpack');
