import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ensureMnist } from '../../scripts/mnist';
import { labelledImages } from '../../src/data/assemble';
import type { LabelledImages } from '../../src/data/dataset';
import { INPUT_SIZE } from '../../src/model/network';
import { drawnImages, IMAGES } from '../speed/drawn-images';

/** The images that all train on. */
export interface BenchImages {
  readonly images: LabelledImages;
  readonly areMnist: boolean;
}

/**
 * MNIST where it is there, else digits drawn by the tests.
 * @param root - of the project
 * @param mnistDir - another folder that may have MNIST
 */
export async function benchImages(root: string, mnistDir: string | undefined): Promise<BenchImages> {
  const cacheDir = join(root, '.cache/mnist');
  try {
    await ensureMnist({ cacheDir, mnistDir, mirrors: [] });
  } catch {
    return { images: drawnImages(), areMnist: false };
  }
  const file = async (name: string) => {
    const bytes = new Uint8Array(gunzipSync(await readFile(join(cacheDir, `${name}.gz`))));
    return { bytes, place: { file: name, source: cacheDir } };
  };
  const { images, labels } = labelledImages(
    await file('train-images-idx3-ubyte'),
    await file('train-labels-idx1-ubyte'),
  );
  return {
    images: { images: images.slice(0, IMAGES * INPUT_SIZE), labels: labels.slice(0, IMAGES) },
    areMnist: true,
  };
}
