import { labelledImages } from '../../src/data/assemble';
import type { LabelledImages } from '../../src/data/dataset';
import { makeIdxFiles } from '../../tests/fixtures/make-idx';

/** That all train on. 64 batches of 128: more than the caches next to a core hold. */
export const IMAGES = 8192;

/** Digits drawn by the tests, where MNIST is not there. */
export function drawnImages(): LabelledImages {
  const files = makeIdxFiles({ train: IMAGES, test: 10 });
  const [images, labels] = ['train-images', 'train-labels'].map((part) => {
    const { name, bytes } = files.find(({ name }) => name.startsWith(part)) as (typeof files)[number];
    return { bytes, place: { file: name, source: 'the tests' } };
  });
  return labelledImages(images as NonNullable<typeof images>, labels as NonNullable<typeof labels>);
}
