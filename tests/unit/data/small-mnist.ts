import { gzipSync } from 'node:zlib';
import { DataError, type DataProblem, type MnistFileName } from '../../../src/data/dataset';
import type { MnistFile } from '../../../src/data/mnist-sources';
import { sha256 } from '../../../src/data/sha256';
import { makeIdxFiles } from '../../fixtures/make-idx';

export interface SmallFile extends MnistFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer>;
}

/** Four small files that stand for the official ones: sources and checks behave as with MNIST, within milliseconds. */
export const SMALL_FILES: readonly SmallFile[] = await Promise.all(
  makeIdxFiles({ train: 24, test: 12 }).map(async ({ name, bytes }) => {
    const content = new Uint8Array(bytes);
    const zipped = new Uint8Array(gzipSync(content));
    return {
      name: name as MnistFileName,
      content,
      zipped,
      bytes: content.length,
      packedBytes: zipped.length,
      sha256: await sha256(content),
    };
  }),
);

export const smallFile = (name: string): SmallFile => {
  const found = SMALL_FILES.find((file) => name.includes(file.name) || file.name.startsWith(name));
  if (!found) throw new RangeError(`no small file ${name}`);
  return found;
};

/** With one bit of the content turned, zipped anew: only the checksum can tell. */
export function damaged({ content }: SmallFile): Uint8Array<ArrayBuffer> {
  const copy = content.slice();
  copy[copy.length - 1] = (copy[copy.length - 1] as number) ^ 1;
  return new Uint8Array(gzipSync(copy));
}

/** The problems that something is refused with. */
export async function problemsOf(work: () => unknown): Promise<readonly DataProblem[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  }
  throw new Error('was not refused');
}
