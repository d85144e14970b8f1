import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFixedEven } from '../../../src/metrics/fixed';

describe('toFixedEven', () => {
  it('rounds what is exactly half way to the even digit', () => {
    // As format(value, '.4f') of Python 3.11 writes them.
    const python = {
      0.03125: '0.0312',
      0.09375: '0.0938',
      0.15625: '0.1562',
      0.96875: '0.9688',
      1.03125: '1.0312',
    };
    for (const [value, text] of Object.entries(python)) expect(toFixedEven(Number(value), 4)).toBe(text);
    expect([0.5, 1.5, 2.5].map((value) => toFixedEven(value, 0))).toEqual(['0', '2', '2']);
    expect([0.125, 0.375].map((value) => toFixedEven(value, 2))).toEqual(['0.12', '0.38']);
  });

  it('is toFixed everywhere else', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 8 }),
        (value, digits) => {
          fc.pre(!Number.isInteger(value * 2 ** (digits + 1)));
          expect(toFixedEven(value, digits)).toBe(value.toFixed(digits));
        },
      ),
    );
  });
});
