import { binCounts, type Spread, spreadOf } from '../../metrics/histogram';
import type { ImageSummary } from '../../protocol/inspect';

/** How bright the pixels of some images are. */
interface GreyLevels {
  /** Of greys from 0 to 1; the standard deviation and mean are those that images are often normalised by. */
  readonly spread: Spread;
  /** Shares of all pixels, 0 to 1, in bins of eight greys each. */
  readonly shares: readonly number[];
}

const GREYS = 256;
const BINS = 32;
const VALUES = Float64Array.from({ length: GREYS }, (_, grey) => grey / (GREYS - 1));

/**
 * @param digit - undefined for all classes
 * @returns undefined where there are no images
 */
export function greyLevels({ greys }: ImageSummary, digit: number | undefined): GreyLevels | undefined {
  const pixels = new Float64Array(GREYS);
  for (let of = 0; GREYS * of < greys.length; of++) {
    if (digit !== undefined && of !== digit) continue;
    for (let grey = 0; grey < GREYS; grey++) {
      pixels[grey] = (pixels[grey] as number) + (greys[GREYS * of + grey] as number);
    }
  }
  const spread = spreadOf(VALUES, pixels);
  if (!spread) return undefined;
  const counts = binCounts(VALUES, { min: 0, max: GREYS / (GREYS - 1) }, BINS, pixels);
  return { spread, shares: Array.from(counts, (count) => count / spread.count) };
}

/** The greys of a bin, from 0 to 255, both ends included. */
export const greysOfBin = (bin: number): readonly [number, number] => [
  (bin * GREYS) / BINS,
  ((bin + 1) * GREYS) / BINS - 1,
];
