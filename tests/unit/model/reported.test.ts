import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import en from '../../../src/locales/en.json';
import { reportedCounts } from '../../../src/metrics/compare-reported';
import { scores } from '../../../src/metrics/report';
import {
  AUTHORED_PRESETS,
  isPlace,
  type ReportedFigures,
  reportOf,
  SHOWN_IN,
} from '../../../src/model/reported';

const { figures } = reportOf('from-scratch-cnn') as { figures: ReportedFigures };

it('has reported figures that are those of one set of whole numbers, to all four digits', () => {
  const counts = figures.digits.map(reportedCounts);
  const sum = (of: 'support' | 'predicted' | 'right') =>
    counts.reduce((total, digit) => total + digit[of], 0);
  expect(sum('support')).toBe(figures.images);
  // Every image is read as one digit, and the right ones are those of the overall accuracy.
  expect(sum('predicted')).toBe(figures.images);
  expect(sum('right') / figures.images).toBe(figures.accuracy);
  for (const [digit, of] of counts.entries()) {
    const reported = figures.digits[digit];
    const { precision, recall, f1 } = scores(of);
    const agreeing = figures.images - (of.support + of.predicted - 2 * of.right);
    expect([agreeing / figures.images, precision, recall, f1].map((share) => share.toFixed(4))).toEqual(
      [reported?.accuracy, reported?.precision, reported?.recall, reported?.f1].map((share) =>
        share?.toFixed(4),
      ),
    );
  }
});

it('leads from all that was shown to a panel or a place that there is', () => {
  for (const preset of AUTHORED_PRESETS) {
    for (const item of reportOf(preset).shown) {
      const where = SHOWN_IN[item];
      if (isPlace(where)) continue;
      expect(existsSync(`src/panels/${where}`), where).toBe(true);
      expect(en.panels[where].title).not.toBe('');
    }
  }
});
