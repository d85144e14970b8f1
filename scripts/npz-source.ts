import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError, type LabelledImages, refusal } from '../src/data/dataset.ts';
import { idxBytes } from '../src/data/idx.ts';
import type { MnistFile } from '../src/data/mnist-sources.ts';
import type { MnistSource } from '../src/data/obtain.ts';
import { readFiles } from '../src/data/read-files.ts';
import { sha256 } from '../src/data/sha256.ts';

const NPZ = 'mnist.npz';

/** The four files as they would be made of `mnist.npz` in a folder, as Keras gives it; nothing where there is none. */
export function npzSource(folder: string): MnistSource {
  let reading: Promise<Parts | undefined> | undefined;
  return {
    name: folder,
    async read(file) {
      reading ??= readNpz(folder);
      const parts = await reading;
      if (!parts) return undefined;
      const bytes = fileOf(parts, file);
      // The page takes other data as a person's own; what it serves as MNIST has to be MNIST.
      if ((await sha256(bytes)) === file.sha256) return bytes;
      throw refusal('not-official', { file: NPZ, source: folder });
    },
  };
}

interface Parts {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}

async function readNpz(folder: string): Promise<Parts | undefined> {
  const bytes = await readFile(join(folder, NPZ)).catch(() => undefined);
  if (!bytes) return undefined;
  const file = new Blob([bytes]);
  const decode = () => Promise.reject(new Error('there are no pictures in an npz file'));
  try {
    const { dataset } = await readFiles([{ path: NPZ, file }], { decode, yieldToEventLoop: async () => {} });
    return dataset;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(error.problems.map((problem) => ({ ...problem, source: folder })));
  }
}

function fileOf({ train, test }: Parts, { name }: MnistFile): Uint8Array<ArrayBuffer> {
  const { images, labels } = name.startsWith('train') ? train : test;
  return name.includes('images') ? idxBytes('images', images) : idxBytes('labels', labels);
}
