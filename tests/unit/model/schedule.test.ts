import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scheduled, scheduleFactor } from '../../../src/model/schedule';
import { CHOICES, INITIAL_SETTINGS, NUMBERS } from '../../../src/model/settings';

const factors = (course: Partial<Scheduled>, progress: readonly number[]) =>
  progress.map((done) => scheduleFactor({ ...INITIAL_SETTINGS, ...course }, done));
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));
/** Thousandths of a run, its end included. */
const THOUSANDTHS = Array.from({ length: 1001 }, (_, i) => i / 1000);

/** Where the factors peak, in thousandths, with what comes before and after on either side of it, without a jump. */
function peakOf(at: readonly number[]): number {
  const peak = at.indexOf(Math.max(...at));
  for (let i = 1; i <= 1000; i++) {
    const step = (at[i] as number) - (at[i - 1] as number);
    expect(Math.sign(step)).toBe(i <= peak ? 1 : -1);
    expect(Math.abs(step)).toBeLessThan(0.02);
  }
  return peak;
}

describe('scheduleFactor', () => {
  it('lies above 0 and never above 1 while batches are left, whatever the schedule', () => {
    const share = ({ min, max }: { min: number; max: number }) => fc.double({ min, max, noNaN: true });
    const course = fc.record({
      schedule: fc.constantFrom(...CHOICES.schedule.options),
      warmup: share(NUMBERS.warmup),
      rise: share(NUMBERS.rise),
    });
    fc.assert(
      fc.property(course, share({ min: 0, max: 0.9999 }), (one, done) => {
        const [factor = 0] = factors(one, [done]);
        expect(factor > 0 && factor <= 1).toBe(true);
      }),
    );
  });

  it('stays at 1 where it is constant', () => {
    expect(factors({ schedule: 'constant' }, [0, 0.5, 1])).toEqual([1, 1, 1]);
  });

  it('falls from 1 over a half to 0 along a cosine', () => {
    expect(factors({ schedule: 'cosine' }, [0, 0.5, 1])).toEqual(close([1, 0.5, 0]));
  });

  it('falls by the same share in the same time where it is exponential, to a hundredth', () => {
    expect(factors({ schedule: 'exponential' }, [0, 0.25, 0.5, 1])).toEqual(
      close([1, Math.sqrt(0.1), 0.1, 0.01]),
    );
  });

  it('is divided by ten at a half and at three quarters of the run where it goes by steps', () => {
    expect(factors({ schedule: 'step' }, [0, 0.4999, 0.5, 0.7499, 0.75, 1])).toEqual(
      close([1, 1, 0.1, 0.1, 0.01, 0.01]),
    );
  });

  it.each([0.01, 0.1, 0.3, 0.9])('rises to the peak of one cycle in %f of the run, then falls', (rise) => {
    const at = factors({ schedule: 'one-cycle', rise, warmup: 0.2 }, THOUSANDTHS);
    expect([at[0], at[1000 * rise], at[1000]]).toEqual(close([0.04, 1, 0.0004]));
    if (rise >= 0.1 && rise <= 0.5) expect(peakOf(at)).toBe(1000 * rise);
  });

  it('warms up in a straight line, and then follows the schedule over what is left', () => {
    const warm = { schedule: 'cosine', warmup: 0.2, rise: 0.7 } as const;
    expect(factors(warm, [0, 0.1, 0.2, 0.6, 1])).toEqual(close([0.04, 0.52, 1, 0.5, 0]));
    expect(peakOf(factors(warm, THOUSANDTHS))).toBe(200);
    expect(factors({ ...warm, schedule: 'constant' }, [0, 0.1, 0.2, 1])).toEqual(close([0.04, 0.52, 1, 1]));
    expect(factors({ ...warm, schedule: 'step' }, [0.2, 0.599, 0.601, 0.801])).toEqual(
      close([1, 1, 0.1, 0.01]),
    );
  });
});
