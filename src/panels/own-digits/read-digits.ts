import type { OwnDigit } from '../../model/own-digit';
import type { ImageReadings } from '../../protocol/fine-tune';

/** Digits, and what was read in each. */
export interface ReadDigits {
  readonly digits: readonly OwnDigit[];
  readonly readings: ImageReadings;
}

/** What was read in these digits, which may be fewer and have other labels; undefined where one of them was not read. */
export function readingsOf(
  digits: readonly OwnDigit[],
  { digits: all, readings }: ReadDigits,
): ImageReadings | undefined {
  if (digits === all) return readings;
  const places = new Map(all.map(({ id }, place) => [id, place]));
  const found = digits.flatMap(({ id }) => places.get(id) ?? []);
  if (found.length < digits.length) return undefined;
  return {
    predicted: Uint8Array.from(found, (place) => readings.predicted[place] as number),
    probability: Float32Array.from(found, (place) => readings.probability[place] as number),
  };
}
