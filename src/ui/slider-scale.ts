/** How a slider's whole positions stand for a setting's values. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  /** Added (linear) or multiplied (log) from one position to the next. */
  readonly step: number;
  readonly whole: boolean;
}

/** The last position; the first is 0. */
export function lastPosition(range: SliderRange): number {
  return Math.ceil(position(range, range.max) - 1e-9);
}

/** The nearest whole position. */
export function positionOf(range: SliderRange, value: number): number {
  return Math.round(position(range, value));
}

/** The value at a position: two significant digits on a log scale, never outside of the range. */
export function valueAt(range: SliderRange, at: number): number {
  const exact = range.scale === 'log' ? range.min * range.step ** at : range.min + range.step * at;
  const short = Number(exact.toPrecision(range.scale === 'log' ? 2 : 6));
  const rounded = range.whole ? Math.round(exact) : short;
  return Math.min(range.max, Math.max(range.min, rounded));
}

function position({ min, scale, step }: SliderRange, value: number): number {
  return scale === 'log' ? Math.log(value / min) / Math.log(step) : (value - min) / step;
}
