import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { LabelledImages } from '../../src/data/dataset';

const HEADERS = { images: 16, labels: 8 } as const;

/** @param folder - of the four gzipped idx files */
export async function mnistImages(folder: string, part: 'train' | 't10k'): Promise<LabelledImages> {
  const read = async (what: 'images' | 'labels', axes: number) => {
    const packed = await readFile(`${folder}/${part}-${what}-idx${axes}-ubyte.gz`);
    return Uint8Array.from(gunzipSync(packed).subarray(HEADERS[what]));
  };
  return { images: await read('images', 3), labels: await read('labels', 1) };
}
