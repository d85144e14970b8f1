const TEST = new Set(['test', 'testing', 't10k']);
/** Images to validate with are training images here: the lab holds out its own. */
const TRAIN = new Set(['train', 'training', 'val', 'valid', 'validation', 'dev']);

/**
 * Which part of a data set a file holds, by its name, or else by the nearest folder that says so: as Hugging Face has
 * them, 'data/train-00000-of-00002.parquet' and 'default/test/0000.parquet'.
 * @param path - with '/' between folders
 */
export function setByPath(path: string): 'train' | 'test' | undefined {
  for (const name of path.toLowerCase().split('/').reverse()) {
    const words = name.split(/[^a-z0-9]+/);
    const [test, train] = [words.some((word) => TEST.has(word)), words.some((word) => TRAIN.has(word))];
    if (test !== train) return test ? 'test' : 'train';
  }
  return undefined;
}

/** What parts of one whole share: 'digits' of 'digits-00000-of-00002.parquet'. */
export const wholeOf = (path: string): string => path.replace(/[-_.]?\d+-of-\d+.*$/i, '');
