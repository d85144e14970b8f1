import type { PlotPoints } from './plot-points';

interface ClassMedian {
  readonly digit: number;
  readonly x: number;
  readonly y: number;
}

/** Where most of each class's points lie: outliers don't move a median. Classes without points are left out. */
export function classMedians({ at }: PlotPoints, truth: Uint8Array): ClassMedian[] {
  return [...new Set(truth)]
    .sort((a, b) => a - b)
    .map((digit) => {
      const own = Array.from(truth.keys()).filter((i) => truth[i] === digit);
      const median = (axis: 0 | 1) => {
        const sorted = Float32Array.from(own, (i) => at[2 * i + axis] as number).sort();
        return sorted[Math.floor(sorted.length / 2)] as number;
      };
      return { digit, x: median(0), y: median(1) };
    });
}
