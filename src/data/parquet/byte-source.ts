import { type DataPlace, refusal } from '../dataset.ts';
import type { FoundFile } from '../found-file.ts';
import { checkSize, LIMITS } from '../given-file.ts';
import { isGzip } from '../gunzip.ts';
import { unzipped } from '../open-file.ts';
import { allOf, startOf } from '../pieces.ts';
import { malformed } from './malformed.ts';

/** Bytes that are read at once: of hundreds of columns each has some hundred in a group of rows. */
const AHEAD = 4 * 2 ** 20;

/** A file of which parts are read, mostly one after the other. */
export class ByteSource {
  private window = { start: 0, bytes: new Uint8Array() };

  private constructor(
    private readonly blob: Blob,
    readonly place: DataPlace,
  ) {}

  /** A member of an archive, or what is gzipped, is unpacked first. @throws DataError */
  static async open(file: FoundFile): Promise<ByteSource> {
    if (file.blob && !isGzip(await startOf(file.stream(), 2))) return new ByteSource(file.blob, file.place);
    const bytes = await allOf(unzipped(file), LIMITS.kept);
    checkSize(bytes?.length ?? LIMITS.kept + 1, LIMITS.kept, file.place);
    return new ByteSource(new Blob([bytes ?? '']), file.place);
  }

  get size(): number {
    return this.blob.size;
  }

  /** They hold the same. @throws DataError unreadable */
  async isSameAs(other: ByteSource): Promise<boolean> {
    if (this.size !== other.size) return false;
    for (let from = 0; from < this.size; from += AHEAD) {
      const to = Math.min(this.size, from + AHEAD);
      const [own, others] = [await this.read(from, to), await other.read(from, to)];
      if (own.some((byte, i) => byte !== others[i])) return false;
    }
    return true;
  }

  /** From one byte up to another, not to be written to. @throws Malformed, DataError unreadable */
  async read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    if (from > to || to > this.size) malformed('a part that reaches beyond the end of the file');
    const { start, bytes } = this.window;
    if (from < start || to > start + bytes.length) {
      const end = Math.min(this.size, Math.max(to, from + AHEAD));
      const buffer = await this.blob
        .slice(from, end)
        .arrayBuffer()
        // It was moved or changed since it was chosen.
        .catch(() => {
          throw refusal('unreadable', this.place);
        });
      this.window = { start: from, bytes: new Uint8Array(buffer) };
      return this.window.bytes.subarray(0, to - from);
    }
    return bytes.subarray(from - start, to - start);
  }
}
