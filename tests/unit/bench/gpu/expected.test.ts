import { describe, expect, it } from 'vitest';
import { dispatchTime, stepTime } from '../../../../bench/gpu/expected';

const gpu = { name: 'any', flops: 1e12, bandwidth: 1e11, lanes: 1000 };
const by = { efficiency: 0.5, dispatch: 5e-6, submit: 32e-6, answer: 0 };
const none = { name: '', flops: 0, bytes: 0, workgroups: 1, invocations: 1000, registers: 0 };

describe('the time of a dispatch', () => {
  it('is that of arithmetic or of memory, whichever is longer, and its own cost', () => {
    expect(dispatchTime({ ...none, flops: 5e6, bytes: 1e5 }, gpu, by)).toBeCloseTo(15e-6, 12);
    expect(dispatchTime({ ...none, flops: 5e5, bytes: 1e6 }, gpu, by)).toBeCloseTo(15e-6, 12);
  });

  it('is longer where there are too few invocations for the GPU', () => {
    expect(dispatchTime({ ...none, flops: 5e6, invocations: 500 }, gpu, by)).toBeCloseTo(25e-6, 12);
  });
});

describe('the time of a step', () => {
  it('shares a submit with 31 others where they are short', () => {
    expect(stepTime([none, none], gpu, by)).toBeCloseTo(10e-6 + 1e-6, 12);
  });

  it('waits for answers that come later than the next submit is done', () => {
    const late = { ...by, answer: 10e-3 };
    expect(stepTime([none, none], gpu, late)).toBeCloseTo((32 * 10e-6 + 32e-6 + 10e-3) / 2 / 32, 12);
    expect(stepTime([{ ...none, bytes: 1e8 }], gpu, late)).toBeCloseTo(
      stepTime([{ ...none, bytes: 1e8 }], gpu, by),
      9,
    );
  });

  it('has a submit of its own where it is long', () => {
    const long = { ...none, bytes: 3e9 };
    expect(stepTime([long], gpu, by)).toBeCloseTo(30e-3 + 37e-6, 9);
  });
});
