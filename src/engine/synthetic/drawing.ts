import type { DigitSource } from '../../data/synthetic/draw-digits';
import type { DigitOptions } from '../../model/settings';

export interface DigitWork {
  /** 0 to 9, [n] */
  readonly labels: Uint8Array;
  readonly source: DigitSource;
  readonly options: DigitOptions;
}

/** Draws some digits, [n, 28, 28]; several requests are done one after the other. */
export type Draw = (work: DigitWork) => Promise<Uint8Array>;

/** Digits between two moments in which their drawing can end. */
const CHUNK = 2_000;

/** Nobody waits for these digits any more. */
export class NotWanted extends Error {}

/**
 * Draws any number of digits, some at a time.
 * @param onDrawn - gets each lot and the number of its first digit among the labels
 * @param isWanted - asked after each lot
 * @throws NotWanted
 */
export async function drawAll(
  draw: Draw,
  { labels, source, options }: DigitWork,
  onDrawn: (images: Uint8Array, first: number) => void,
  isWanted: () => boolean,
): Promise<void> {
  for (let first = 0; first < labels.length; first += CHUNK) {
    const images = await draw({
      labels: labels.slice(first, first + CHUNK),
      source: { ...source, first: source.first + first },
      options,
    });
    if (!isWanted()) throw new NotWanted();
    onDrawn(images, first);
  }
}
