import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { labelledImages } from '../../src/data/assemble';
import type { LabelledImages } from '../../src/data/dataset';
import { DATA_FOLDER } from '../../src/data/manifest';
import { INPUT_SIZE } from '../../src/model/network';
import { drawnImages, IMAGES } from './drawn-images';
import { IMAGES_FILE, LABELS_FILE } from './image-files';

const NAMES = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte'] as const;

const folder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));
export const IMAGES_PATH = folder + IMAGES_FILE;
export const LABELS_PATH = folder + LABELS_FILE;

/**
 * Puts the images that all train on beside the page of the bench: MNIST's where the server has it, else digits drawn by
 * the tests, because steps may make use of the paper's zeros.
 * @param server - address of the built page, ending in '/'
 */
export async function placeImages(realData: boolean, server: string): Promise<void> {
  const { images, labels } = realData ? await served(server) : drawnImages();
  mkdirSync(folder, { recursive: true });
  writeFileSync(IMAGES_PATH, images.subarray(0, IMAGES * INPUT_SIZE));
  writeFileSync(LABELS_PATH, labels.subarray(0, IMAGES));
}

async function served(server: string): Promise<LabelledImages> {
  const [images, labels] = await Promise.all(
    NAMES.map(async (file) => {
      const response = await fetch(`${server}${DATA_FOLDER}${file}.gz`);
      const bytes = new Uint8Array(gunzipSync(await response.arrayBuffer()));
      return { bytes, place: { file, source: server } };
    }),
  );
  return labelledImages(images as NonNullable<typeof images>, labels as NonNullable<typeof labels>);
}
