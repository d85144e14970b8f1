import type { DigitSource } from '../../data/synthetic/draw-digits';
import type { AugmentationOptions, DigitOptions } from '../../model/settings';
import { Cancelled } from '../latest-task';

export interface DigitWork {
  /** 0 to 9, [n] */
  readonly labels: Uint8Array;
  readonly source: DigitSource;
  readonly options: DigitOptions;
}

export interface AugmentWork {
  /** [n, 28, 28], 0 to 255 */
  readonly images: Uint8Array;
  /** Of the changes, [n]: the same number of the same seed is the same change. */
  readonly source: { readonly seed: number; readonly numbers: Uint32Array };
  readonly options: AugmentationOptions;
}

/** Makes images, [n, 28, 28]; what is asked for is made one after the other. */
export interface ImageMaker {
  draw(work: DigitWork): Promise<Uint8Array>;
  augment(work: AugmentWork): Promise<Uint8Array>;
}

/** Images between two moments in which their making can end. */
const CHUNK = 2_000;

/**
 * Has any number of images made, some at a time.
 * @param make - those from `first` on, up to `end`
 * @param onMade - gets each lot with the number of its first
 * @param isWanted - asked after each lot
 * @throws Cancelled
 */
export async function makeAll(
  count: number,
  make: (first: number, end: number) => Promise<Uint8Array>,
  onMade: (images: Uint8Array, first: number) => void,
  isWanted: () => boolean,
): Promise<void> {
  for (let first = 0; first < count; first += CHUNK) {
    const images = await make(first, Math.min(count, first + CHUNK));
    if (!isWanted()) throw new Cancelled();
    onMade(images, first);
  }
}
