interface EpochTick {
  /** From 1. */
  readonly epoch: number;
  /** Batches done when it ends. */
  readonly batch: number;
}

/**
 * The ends of epochs that fit on an axis: all of them, or every 2nd, 5th, 10th, …
 * @param most - number of ticks that fit, from 1
 */
export function epochTicks(epochs: number, batchesPerEpoch: number, most: number): EpochTick[] {
  const every = niceStep(epochs / most);
  const ticks: EpochTick[] = [];
  for (let epoch = every; epoch <= epochs; epoch += every)
    ticks.push({ epoch, batch: epoch * batchesPerEpoch });
  return ticks;
}

/** The smallest of 1, 2, 5, 10, 20, 50, … that is not below `least`. */
function niceStep(least: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((digit) => digit * power >= least);
    if (step !== undefined) return step * power;
  }
}
