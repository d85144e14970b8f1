/** How a slider's whole positions stand for a setting's values. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  /** Added (linear) or multiplied (log) from one position to the next. */
  readonly step: number;
  readonly whole: boolean;
  /** Of a log scale whose first position is 0, for none: the value of the second. */
  readonly least?: number;
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
  const exact = range.scale === 'log' ? onLog(range, at) : range.min + range.step * at;
  const short = Number(exact.toPrecision(range.scale === 'log' ? 2 : 6));
  const rounded = range.whole ? Math.round(exact) : short;
  return Math.min(range.max, Math.max(range.min, rounded));
}

function onLog({ min, least, step }: SliderRange, at: number): number {
  if (least === undefined) return min * step ** at;
  return at === 0 ? 0 : least * step ** (at - 1);
}

function position({ min, least, scale, step }: SliderRange, value: number): number {
  if (scale === 'linear') return (value - min) / step;
  if (least === undefined) return Math.log(value / min) / Math.log(step);
  // Whatever is not none is none of the first position.
  return value === 0 ? 0 : Math.max(1, 1 + Math.log(value / least) / Math.log(step));
}
