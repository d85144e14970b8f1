import { gunzipSync } from 'node:zlib';
import { labelledImages } from '../../src/data/assemble';
import type { LabelledImages } from '../../src/data/dataset';
import { DATA_FOLDER } from '../../src/data/manifest';

export interface Mnist {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}

/** @param server - address of a page that has MNIST beside it, ending in '/' */
export async function servedMnist(server: string): Promise<Mnist> {
  const file = async (name: string) => {
    const response = await fetch(`${server}${DATA_FOLDER}${name}.gz`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Packed or not, as the server likes.
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return {
      bytes: isPacked ? new Uint8Array(gunzipSync(bytes)) : bytes,
      place: { file: name, source: server },
    };
  };
  const part = async (name: string) =>
    labelledImages(await file(`${name}-images-idx3-ubyte`), await file(`${name}-labels-idx1-ubyte`));
  return { train: await part('train'), test: await part('t10k') };
}
