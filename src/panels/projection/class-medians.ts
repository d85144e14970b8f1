import { CLASSES } from '../../model/network';
import type { PlotPoints } from './plot-points';

interface ClassMedian {
  readonly digit: number;
  readonly x: number;
  readonly y: number;
}

/** Where most of each digit's points lie: outliers don't move a median. Digits without points are left out. */
export function classMedians({ at }: PlotPoints, truth: Uint8Array): ClassMedian[] {
  return Array.from({ length: CLASSES }, (_, digit) => digit).flatMap((digit) => {
    const own = Array.from(truth.keys()).filter((i) => truth[i] === digit);
    if (own.length === 0) return [];
    const median = (axis: 0 | 1) => {
      const sorted = Float32Array.from(own, (i) => at[2 * i + axis] as number).sort();
      return sorted[Math.floor(sorted.length / 2)] as number;
    };
    return [{ digit, x: median(0), y: median(1) }];
  });
}
