import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibration, RELIABILITY_BINS } from '../../../src/metrics/calibration';

interface Case {
  readonly confidence: number;
  readonly right: boolean;
}

/** Images read as 7, truly 7 or 1. */
function calibrate(cases: readonly Case[]) {
  const probabilities = new Float32Array(10 * cases.length);
  for (const [i, { confidence }] of cases.entries()) {
    probabilities.fill((1 - confidence) / 9, 10 * i, 10 * i + 10);
    probabilities[10 * i + 7] = confidence;
  }
  const truth = Uint8Array.from(cases, ({ right }) => (right ? 7 : 1));
  return calibration(probabilities, truth, new Uint8Array(cases.length).fill(7));
}

const aCase = fc.record({
  confidence: fc.float({ min: Math.fround(0.11), max: 1, noNaN: true }),
  right: fc.boolean(),
});

describe('calibration', () => {
  it('has the error of Guo et al., bin for bin, as computed the slow way', () => {
    fc.assert(
      fc.property(fc.array(aCase, { minLength: 1, maxLength: 200 }), (cases) => {
        let ece = 0;
        for (let m = 1; m <= RELIABILITY_BINS; m++) {
          const inside = cases.filter(
            ({ confidence }) => confidence * RELIABILITY_BINS > m - 1 && confidence * RELIABILITY_BINS <= m,
          );
          if (inside.length === 0) continue;
          const accuracy = inside.filter(({ right }) => right).length / inside.length;
          const confidence = inside.reduce((sum, one) => sum + one.confidence, 0) / inside.length;
          ece += (inside.length / cases.length) * Math.abs(accuracy - confidence);
          expect(calibrate(cases)?.bins[m - 1]?.images).toBe(inside.length);
          expect(calibrate(cases)?.bins[m - 1]?.confidence).toBeCloseTo(confidence, 12);
        }
        expect(calibrate(cases)?.ece).toBeCloseTo(ece, 12);
      }),
    );
  });

  it('is a fifth for 100 images that are read with 100 % and right in 80', () => {
    const cases = Array.from({ length: 100 }, (_, i) => ({ confidence: 1, right: i < 80 }));
    expect(calibrate(cases)).toMatchObject({ accuracy: 0.8, confidence: 1, images: 100 });
    expect(calibrate(cases)?.ece).toBeCloseTo(0.2, 12);
  });

  it('puts a confidence on the border of two bins into the lower one', () => {
    const found = calibrate([{ confidence: 0.2, right: true }]);
    // 0.2 in single precision is a little above a fifth.
    expect(found?.bins.findIndex(({ images }) => images > 0)).toBe(Math.ceil(Math.fround(0.2) * 15) - 1);
    expect(calibrate([{ confidence: 1, right: true }])?.bins.at(-1)?.images).toBe(1);
  });

  it('refuses what is no probability, and has nothing without images', () => {
    expect(() => calibrate([{ confidence: Number.NaN, right: true }])).toThrow(RangeError);
    expect(calibrate([])).toBeUndefined();
  });
});
