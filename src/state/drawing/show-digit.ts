import { toInk } from '../../model/grey';
import { digitOptions, type Settings } from '../../model/settings';
import type { Inquiries } from '../../protocol/engine-api';

/** A digit that a person wants to be shown. */
export interface DigitWish {
  readonly from: 'test' | 'synthetic';
  /** 0 to 9; undefined for any. */
  readonly digit: number | undefined;
}

/**
 * A random digit as it was wished for: a test image, or one that the lab draws as its settings say.
 * @param random - from 0 up to 1
 * @returns [784], 0 to 1, or undefined where there is none
 */
export async function digitToShow(
  { from, digit }: DigitWish,
  engine: Pick<Inquiries, 'images' | 'labels'>,
  settings: Settings,
  random: () => number,
): Promise<Float32Array | undefined> {
  const below = (count: number) => Math.floor(random() * count);
  if (from === 'synthetic') {
    // Needed for a wish only: so it is no part of what everyone loads.
    const { drawDigits } = await import('../../data/synthetic/draw-digits');
    const source = { seed: below(2 ** 32), first: 0 };
    return toInk(drawDigits(Uint8Array.of(digit ?? below(10)), source, digitOptions(settings)));
  }
  const labels = await engine.labels('test');
  if (!labels) return undefined;
  const positions = [...labels.keys()].filter(
    (position) => digit === undefined || labels[position] === digit,
  );
  const position = positions[below(positions.length)];
  if (position === undefined) return undefined;
  const found = await engine.images('test', Uint32Array.of(position));
  return found && toInk(found.images);
}
