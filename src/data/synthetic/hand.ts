import type { RandomStream } from '../../model/random';

/** Quantiles kept of the normal distribution: one byte chooses among them. */
const LEVELS = 256;

/** The standard normal deviate at the middle of each of 256 equally likely intervals: −2.89 to 2.89. */
const QUANTILES = normalQuantiles(LEVELS);

/** A writer's hand: the random choices of one digit, all from one stream. */
export class Hand {
  private word = 0;
  private bytesLeft = 0;

  constructor(private readonly random: RandomStream) {}

  /**
   * A standard normal deviate, bounded by ±2.9 so that no shape goes wild, of 256 levels so that it costs a quarter
   * of a random word.
   */
  normal(): number {
    return QUANTILES[this.byte()] as number;
  }

  /** Evenly distributed in [0, 1], of 256 levels: for what is drawn by the hundred. */
  share(): number {
    return this.byte() / (LEVELS - 1);
  }

  /** Normally distributed, within 2.9 standard deviations of the mean. */
  about(mean: number, deviation: number): number {
    return mean + deviation * this.normal();
  }

  /** Evenly distributed in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.random.uniform();
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.random.uniform() < probability;
  }

  private byte(): number {
    if (this.bytesLeft === 0) {
      this.word = this.random.bits();
      this.bytesLeft = 4;
    }
    const byte = this.word & (LEVELS - 1);
    this.word >>>= 8;
    this.bytesLeft--;
    return byte;
  }
}

/** Where the cumulative normal distribution reaches (i + ½) / count, by summing the density in steps of 1/1000. */
function normalQuantiles(count: number): Float64Array {
  const step = 1e-3;
  const quantiles = new Float64Array(count);
  let probability = 0;
  let filled = 0;
  for (let x = -6; filled < count; x += step) {
    probability += (step * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
    while (filled < count && probability >= (filled + 0.5) / count) quantiles[filled++] = x + step / 2;
  }
  return quantiles;
}
