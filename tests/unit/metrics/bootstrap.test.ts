import { describe, expect, it } from 'vitest';
import { type BootstrapIntervals, bootstrap, REPLICATES } from '../../../src/metrics/bootstrap';
import { type Interval, wilson } from '../../../src/metrics/interval';
import { report } from '../../../src/metrics/report';

/** Ten digits of `each` images, of which a twentieth is read as the next digit. */
function counts(each: number): number[] {
  const wrong = each / 20;
  return Array.from({ length: 100 }, (_, cell) => {
    const [truth, predicted] = [Math.floor(cell / 10), cell % 10];
    if (truth === predicted) return each - wrong;
    return predicted === (truth + 1) % 10 ? wrong : 0;
  });
}

function intervals(of: readonly number[], seed = 1): BootstrapIntervals {
  const run = bootstrap(of, seed);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

const width = ({ low, high }: Interval) => high - low;

describe('bootstrap', () => {
  it('is as wide as theory says where there is a theory: weighted recall is the accuracy', () => {
    const { weighted } = intervals(counts(500));
    const theory = wilson(4750, 5000) as Interval;
    expect(width(weighted.recall) / width(theory)).toBeGreaterThan(0.8);
    expect(width(weighted.recall) / width(theory)).toBeLessThan(1.2);
    expect(weighted.recall.low).toBeCloseTo(theory.low, 2);
    expect(weighted.recall.high).toBeCloseTo(theory.high, 2);
  });

  it('holds the figures, and gets narrower with more images', () => {
    const [few, many] = [intervals(counts(100)), intervals(counts(1600))];
    const { digits, macro } = report(counts(100));
    for (const { digit, f1 } of digits) {
      const [wide, narrow] = [few.f1[digit], many.f1[digit]] as [Interval, Interval];
      expect(wide.low).toBeLessThan(f1);
      expect(wide.high).toBeGreaterThan(f1);
      expect(width(wide) / width(narrow)).toBeGreaterThan(2.5);
    }
    expect(few.macro.f1.low).toBeLessThan(macro.f1);
    expect(few.macro.f1.high).toBeGreaterThan(macro.f1);
  });

  it('repeats for a seed and differs for another', () => {
    expect(intervals(counts(100), 7)).toEqual(intervals(counts(100), 7));
    expect(intervals(counts(100), 7)).not.toEqual(intervals(counts(100), 8));
  });

  it('has no F1 interval for a digit that never occurs, and no width where all is right', () => {
    const only = new Array<number>(100).fill(0);
    only[33] = 50;
    const found = intervals(only);
    expect(found.f1[3]).toEqual({ low: 1, high: 1 });
    expect(found.f1.filter((interval) => interval === undefined)).toHaveLength(9);
    expect(found.weighted.f1).toEqual({ low: 1, high: 1 });
  });

  it('stops after each replicate', () => {
    const run = bootstrap(counts(20), 1);
    let pieces = 0;
    while (!run.next().done) pieces += 1;
    expect(pieces).toBe(REPLICATES);
  });
});
