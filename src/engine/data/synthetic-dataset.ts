import type { DataProgress, Dataset } from '../../data/dataset';
import { THE_LAB } from '../../data/mnist-sources';
import { digitLabels } from '../../data/synthetic/digit-labels';
import { INPUT_SIZE } from '../../model/network';
import type { DigitOptions } from '../../model/settings';
import { type ImageMaker, makeAll } from './image-maker';

/** As many as MNIST has. */
const COUNT = { train: 60_000, test: 10_000 } as const;

/** The series of the data set itself; runs go on in the series of their own seeds. */
const SEED = 0;
/** Far beyond the training digits of all epochs of all runs. */
const FIRST_TEST = 2 ** 31;

/**
 * Draws the synthetic data set: always the same digits for the same options, so that runs can be compared.
 * @throws Cancelled
 */
export async function syntheticDataset(
  options: DigitOptions,
  maker: ImageMaker,
  onProgress: (progress: DataProgress) => void,
  isWanted: () => boolean,
): Promise<Dataset> {
  const total = (COUNT.train + COUNT.test) * INPUT_SIZE;
  let received = 0;
  const part = async (count: number, first: number) => {
    const labels = digitLabels(count, SEED, first);
    const images = new Uint8Array(count * INPUT_SIZE);
    const take = (drawn: Uint8Array, at: number) => {
      images.set(drawn, at * INPUT_SIZE);
      received += drawn.length;
      onProgress({ source: THE_LAB, received, total });
    };
    const draw = (from: number, end: number) =>
      maker.draw({ labels: labels.slice(from, end), source: { seed: SEED, first: first + from }, options });
    await makeAll(count, draw, take, isWanted);
    return { images, labels };
  };
  const train = await part(COUNT.train, 0);
  const test = await part(COUNT.test, FIRST_TEST);
  return { train, test, official: false, origin: THE_LAB, drawn: options };
}
