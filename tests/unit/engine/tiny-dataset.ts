import type { Dataset } from '../../../src/data/dataset';

const images = (count: number) => ({ images: new Uint8Array(784 * count), labels: new Uint8Array(count) });

/** What a reader of files gives to an engine that has to have some data, whatever they show. */
export const readTinyDataset = async (): Promise<{ readonly dataset: Dataset }> => ({
  dataset: { train: images(240), test: images(30), official: false, origin: 'a test' },
});
