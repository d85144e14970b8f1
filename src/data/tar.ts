import { type DataPlace, refusal } from './dataset.ts';
import { type FoundFile, nameIn } from './found-file.ts';
import { checkCount, checkSize, LIMITS } from './given-file.ts';
import { unzipped } from './open-file.ts';

const BLOCK = 512;
/** Types of what stands for a file; the others are folders, links and devices, which hold nothing. */
const FILES = new Set(['0', '\0', '7']);

/**
 * The members of a tar file, gzipped or not, which lie in memory from then on: it can only be read from its beginning.
 * POSIX ustar with GNU's and pax's long names. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 * @throws DataError bad-tar, bad-gzip, over-limit, too-many, truncated
 */
export async function openTar(archive: FoundFile, place: DataPlace, within: string): Promise<FoundFile[]> {
  const bytes = await wholeOf(archive, place);
  const members: FoundFile[] = [];
  let longName = '';
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (!isSound(header)) throw refusal('bad-tar', place);
    const size = octal(header, 124, 12);
    const body = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (!(body.length === size))
      throw refusal('truncated', place, { found: `${bytes.length}`, wanted: `${at + BLOCK + size}` });
    const type = String.fromCharCode(header[156] as number);
    if (type === 'L') longName = text(body);
    else if (type === 'x') longName = /\d+ path=([^\n]*)\n/.exec(text(body))?.[1] ?? longName;
    else {
      if (FILES.has(type)) {
        checkCount(members.length + 1, place);
        members.push(memberOf(longName || nameOf(header), body, place, within));
      }
      longName = '';
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return members;
}

async function wholeOf(archive: FoundFile, place: DataPlace): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of unzipped(archive)) {
    length += piece.length;
    checkSize(length, LIMITS.kept, place);
    parts.push(new Uint8Array(piece));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function memberOf(name: string, body: Uint8Array<ArrayBuffer>, place: DataPlace, within: string): FoundFile {
  const path = name.replace(/^(\.\/)+/, '');
  return {
    name: nameIn(path),
    path,
    place: { ...place, field: `${within}${path}` },
    size: body.length,
    isMember: true,
    read: async () => body.slice(),
    async *stream() {
      yield body;
    },
  };
}

/** The sum of all bytes, the eight of the sum itself taken as spaces. */
function isSound(header: Uint8Array): boolean {
  const sum = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0);
  return sum === octal(header, 148, 8);
}

function octal(header: Uint8Array, at: number, length: number): number {
  const digits = text(header.subarray(at, at + length)).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : 0;
}

/** The prefix belongs to ustar alone. */
function nameOf(header: Uint8Array): string {
  const isUstar = text(header.subarray(257, 262)) === 'ustar';
  const prefix = isUstar ? text(header.subarray(345, 500)) : '';
  const name = text(header.subarray(0, 100));
  return prefix ? `${prefix}/${name}` : name;
}

/** Up to the first zero. */
const text = (bytes: Uint8Array) => {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
};
