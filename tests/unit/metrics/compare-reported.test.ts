import { describe, expect, it } from 'vitest';
import { compareWithReported, DIGIT_FIGURES, reportedCounts } from '../../../src/metrics/compare-reported';
import { type ReportedFigures, reportOf } from '../../../src/model/reported';

const { figures } = reportOf('from-scratch-cnn') as { figures: ReportedFigures };

/** A matrix with the author's own counts: each error's truth is paired with another error's answer, of another digit. */
function countsAsReported(): number[] {
  const counts = new Array<number>(100).fill(0);
  const digits = figures.digits.map(reportedCounts);
  const errors = (of: 'support' | 'predicted') =>
    digits.flatMap((digit, i) => new Array<number>(digit[of] - digit.right).fill(i));
  const answers = errors('predicted');
  for (const [digit, { right }] of digits.entries()) counts[11 * digit] = right;
  for (const [i, truth] of errors('support').entries()) {
    // Both lists are in the order of the digits: half a list further on stands another one.
    const predicted = answers[(i + (answers.length >> 1)) % answers.length] as number;
    expect(predicted).not.toBe(truth);
    counts[10 * truth + predicted] = (counts[10 * truth + predicted] as number) + 1;
  }
  return counts;
}

describe('a run that came out as reported', () => {
  const { overall, digits } = compareWithReported(figures, countsAsReported());

  it('differs in nothing but the digits that were not reported', () => {
    expect(overall.difference).toBeCloseTo(0, 10);
    for (const digit of digits) {
      for (const figure of DIGIT_FIGURES) expect(Math.abs(digit[figure].difference)).toBeLessThan(6e-5);
    }
  });

  it('has intervals around 0, of both samples together: about 0.9 points for the accuracy', () => {
    // 1.96 · √(2 · 0.8921 · 0.1079 / 10,000)
    expect(overall.interval?.high).toBeCloseTo(0.0086, 4);
    expect(overall.interval?.low).toBeCloseTo(-0.0086, 4);
    for (const digit of digits) {
      for (const figure of DIGIT_FIGURES) {
        const { low = 1, high = -1 } = digit[figure].interval ?? {};
        expect(low).toBeLessThan(0);
        expect(high).toBeGreaterThan(0);
      }
    }
  });
});

it('finds that a run with half the errors is better in accuracy and F of each digit', () => {
  const counts = countsAsReported().map((count, cell) => (cell % 11 === 0 ? count : Math.floor(count / 2)));
  // The images that are no longer misread are read right.
  for (let digit = 0; digit < 10; digit++) {
    const row = counts.slice(10 * digit, 10 * digit + 10).reduce((sum, count) => sum + count, 0);
    counts[11 * digit] = (counts[11 * digit] as number) + (figures.digits[digit]?.support as number) - row;
  }
  const { overall, digits } = compareWithReported(figures, counts);
  expect(overall.interval?.low).toBeGreaterThan(0);
  for (const digit of digits) {
    expect(digit.f1.interval?.low).toBeGreaterThan(0);
    expect(digit.accuracy.interval?.low).toBeGreaterThan(0);
  }
});

it('has no interval for a figure that is 0 / 0', () => {
  const counts = new Array<number>(100).fill(0);
  counts[11] = 5;
  const { digits } = compareWithReported(figures, counts);
  expect(digits[0]?.precision.interval).toBeUndefined();
  expect(digits[0]?.recall.interval).toBeUndefined();
  expect(digits[0]?.f1.interval).toBeUndefined();
  expect(digits[1]?.recall).toMatchObject({ run: 1 });
});
