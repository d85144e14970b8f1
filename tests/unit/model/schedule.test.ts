import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleFactor } from '../../../src/model/schedule';
import { CHOICES } from '../../../src/model/settings';

describe('scheduleFactor', () => {
  it('lies above 0 and never above 1 while batches are left, whatever the schedule', () => {
    const progress = fc.double({ min: 0, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...CHOICES.schedule.options), progress, (schedule, done) => {
        const factor = scheduleFactor(schedule, done);
        expect(factor > 0 && factor <= 1).toBe(true);
      }),
    );
  });

  it('stays at 1 where it is constant', () => {
    expect([0, 0.5, 1].map((done) => scheduleFactor('constant', done))).toEqual([1, 1, 1]);
  });

  it('falls from 1 over a half to 0 along a cosine', () => {
    expect(scheduleFactor('cosine', 0)).toBe(1);
    expect(scheduleFactor('cosine', 0.5)).toBeCloseTo(0.5, 12);
    expect(scheduleFactor('cosine', 1)).toBeCloseTo(0, 12);
  });

  it('rises to its peak at three tenths of one cycle and then falls, without a jump', () => {
    const at = Array.from({ length: 1001 }, (_, i) => scheduleFactor('one-cycle', i / 1000));
    const peak = at.indexOf(Math.max(...at));
    expect([at[0], peak, at[300]]).toEqual([expect.closeTo(0.04), 300, 1]);
    for (let i = 1; i <= 1000; i++) {
      const step = (at[i] as number) - (at[i - 1] as number);
      expect(Math.sign(step)).toBe(i <= peak ? 1 : -1);
      expect(Math.abs(step)).toBeLessThan(0.006);
    }
  });
});
