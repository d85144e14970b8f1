import type { Dataset } from '../../data/dataset';
import { INPUT_SIZE } from '../../model/network';
import { RandomStream, shuffle } from '../../model/random';
import { type DigitOptions, digitOptions, type Settings } from '../../model/settings';
import { type Draw, drawAll } from './drawing';

/** The training images of a run's epochs, where these are not always those of the data set. */
export interface EpochImages {
  /**
   * @param epoch - from 0, one after the other
   * @returns [n, 28, 28], all training images of the data set, some of them others; good until the epoch after the next
   * @throws NotWanted after `end`
   */
  of(epoch: number): Promise<Uint8Array>;
  end(): void;
}

interface EpochImagesParts {
  readonly settings: Settings;
  readonly dataset: Dataset;
  /** Of the images that the run trains on. */
  readonly positions: Uint32Array;
  readonly draw: Draw;
}

/**
 * New digits for each epoch: of the synthetic data set all of them, from the second epoch on; of others the share that the
 * settings say, others in each epoch. Each takes the place of an image of the same digit. While an epoch trains, the
 * next one's are drawn.
 * @returns undefined where every epoch has the images of the data set; always where its classes are not digits
 */
export function epochImages(parts: EpochImagesParts): EpochImages | undefined {
  const { settings, dataset } = parts;
  if (dataset.drawn) return new DrawnEpochs(parts, { options: dataset.drawn, share: 1, from: 1 });
  if (settings.syntheticShare === 0 || dataset.classNames) return undefined;
  return new DrawnEpochs(parts, { options: digitOptions(settings), share: settings.syntheticShare, from: 0 });
}

interface EpochPlan {
  readonly options: DigitOptions;
  /** Of the images, 0 to 1. */
  readonly share: number;
  /** The first epoch in which digits are drawn. */
  readonly from: number;
}

class DrawnEpochs implements EpochImages {
  /** In turns: one is trained on while the next is made. */
  private readonly buffers: Uint8Array[] = [];
  private next: Promise<Uint8Array>;
  private isOver = false;

  constructor(
    private readonly parts: EpochImagesParts,
    private readonly plan: EpochPlan,
  ) {
    this.next = this.prepare(0);
  }

  async of(epoch: number): Promise<Uint8Array> {
    const images = await this.next;
    if (epoch + 1 < this.parts.settings.epochs) this.next = this.prepare(epoch + 1);
    return images;
  }

  end(): void {
    this.isOver = true;
  }

  private prepare(epoch: number): Promise<Uint8Array> {
    const images = this.make(epoch);
    // Whoever asks for it is told of a failure.
    images.catch(() => undefined);
    return images;
  }

  private async make(epoch: number): Promise<Uint8Array> {
    const { settings, dataset, positions, draw } = this.parts;
    const { options, share, from } = this.plan;
    const training = dataset.train;
    if (epoch < from) return training.images;
    const replaced = chosen(positions, share, settings.seed, epoch);
    const images = this.buffer(epoch);
    const labels = Uint8Array.from(replaced, (position) => training.labels[position] as number);
    const source = { seed: settings.seed, first: epoch * training.labels.length };
    const take = (drawn: Uint8Array, first: number) => {
      for (let i = 0; i * INPUT_SIZE < drawn.length; i++) {
        const digit = drawn.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE);
        images.set(digit, (replaced[first + i] as number) * INPUT_SIZE);
      }
    };
    await drawAll(draw, { labels, source, options }, take, () => !this.isOver);
    return images;
  }

  /** With the data set's images. */
  private buffer(epoch: number): Uint8Array {
    const { images } = this.parts.dataset.train;
    const turn = epoch % 2;
    const buffer = this.buffers[turn];
    if (!buffer) {
      this.buffers[turn] = images.slice();
      return this.buffers[turn];
    }
    buffer.set(images);
    return buffer;
  }
}

/** A seeded share of some positions. */
function chosen(positions: Uint32Array, share: number, seed: number, epoch: number): Uint32Array {
  if (share === 1) return positions;
  const mixed = shuffle(positions.slice(), new RandomStream(seed, 'mix', epoch));
  return mixed.subarray(0, Math.round(share * positions.length));
}
