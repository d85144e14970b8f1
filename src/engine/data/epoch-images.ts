import type { Dataset } from '../../data/dataset';
import { imagesAt } from '../../data/images-at';
import { INPUT_SIZE } from '../../model/network';
import { RandomStream, shuffle } from '../../model/random';
import { type DigitOptions, digitOptions, isAugmented, type Settings } from '../../model/settings';
import { type ImageMaker, makeAll } from './image-maker';

/** The training images of a run's epochs, where these are not always those of the data set. */
export interface EpochImages {
  /**
   * @param epoch - from `first`, one after the other
   * @returns [n, 28, 28], all training images of the data set, some of them others; good until the epoch after the next
   * @throws Cancelled after `end`
   */
  of(epoch: number): Promise<Uint8Array>;
  end(): void;
}

interface EpochImagesParts {
  readonly settings: Settings;
  readonly dataset: Pick<Dataset, 'train' | 'drawn' | 'classNames'>;
  /** Of the images that the run trains on. */
  readonly positions: Uint32Array;
  readonly maker: ImageMaker;
  /** The epoch that it begins with, from 0. */
  readonly first: number;
}

/** In whose place digits are drawn. */
interface DrawnDigits {
  readonly options: DigitOptions;
  /** Of the images, 0 to 1. */
  readonly share: number;
  /** The first epoch in which there are any. */
  readonly from: number;
}

/**
 * Other images for each epoch: first new digits, of the synthetic data set all of them from the second epoch on, of
 * others the share that the settings say, each in the place of an image of the same digit; then what the augmentation
 * makes of all images. While an epoch trains, the next one's are made.
 * @returns undefined where every epoch has the images of the data set
 */
export function epochImages(parts: EpochImagesParts): EpochImages | undefined {
  const digits = drawnDigits(parts);
  return digits || isAugmented(parts.settings) ? new MadeEpochs(parts, digits) : undefined;
}

/** Undefined where there are none; always where the classes are not digits. */
function drawnDigits({ settings, dataset }: EpochImagesParts): DrawnDigits | undefined {
  if (dataset.drawn) return { options: dataset.drawn, share: 1, from: 1 };
  const share = settings.syntheticShare;
  if (share === 0 || dataset.classNames) return undefined;
  return { options: digitOptions(settings), share, from: 0 };
}

class MadeEpochs implements EpochImages {
  /** In turns: one is trained on while the next is made. */
  private readonly buffers: Uint8Array[] = [];
  private next: Promise<Uint8Array>;
  private isOver = false;

  constructor(
    private readonly parts: EpochImagesParts,
    private readonly digits: DrawnDigits | undefined,
  ) {
    this.next = this.prepare(parts.first);
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
    const { settings, dataset } = this.parts;
    const draws = this.digits !== undefined && epoch >= this.digits.from;
    const augments = isAugmented(settings);
    if (!draws && !augments) return dataset.train.images;
    const images = this.buffer(epoch);
    if (draws) await this.drawDigits(images, epoch, this.digits);
    if (augments) await this.augment(images, epoch);
    return images;
  }

  private async drawDigits(images: Uint8Array, epoch: number, { share, options }: DrawnDigits) {
    const { settings, dataset, positions, maker } = this.parts;
    const { labels } = dataset.train;
    const replaced = seededShare(positions, share, settings.seed, epoch);
    const wanted = Uint8Array.from(replaced, (position) => labels[position] as number);
    const start = epoch * labels.length;
    await makeAll(
      replaced.length,
      (first, end) => {
        const source = { seed: settings.seed, first: start + first };
        return maker.draw({ labels: wanted.slice(first, end), source, options });
      },
      (drawn, first) => putAt(images, replaced, drawn, first),
      () => !this.isOver,
    );
  }

  private async augment(images: Uint8Array, epoch: number) {
    const { settings, dataset, positions, maker } = this.parts;
    const start = epoch * dataset.train.labels.length;
    await makeAll(
      positions.length,
      (first, end) => {
        const some = positions.subarray(first, end);
        const source = { seed: settings.seed, numbers: some.map((position) => start + position) };
        const { images: originals } = imagesAt({ ...dataset.train, images }, some);
        return maker.augment({ images: originals, source, options: settings });
      },
      (changed, first) => putAt(images, positions, changed, first),
      () => !this.isOver,
    );
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
function seededShare(positions: Uint32Array, share: number, seed: number, epoch: number): Uint32Array {
  if (share === 1) return positions;
  const mixed = shuffle(positions.slice(), new RandomStream(seed, 'mix', epoch));
  return mixed.subarray(0, Math.round(share * positions.length));
}

/** Puts images in the place of those at some of the positions, from the one with the number `first` on. */
function putAt(images: Uint8Array, positions: Uint32Array, made: Uint8Array, first: number): void {
  for (let i = 0; i * INPUT_SIZE < made.length; i++) {
    const position = positions[first + i] as number;
    images.set(made.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE), position * INPUT_SIZE);
  }
}
