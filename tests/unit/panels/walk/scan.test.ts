import { expect, test } from 'vitest';
import { scannedBy, scanTime } from '../../../../src/panels/walk/scan';

test.each([1, 10, 25, 576, 2048])(
  '%d values come one after the other, the first at once and all in time',
  (values) => {
    expect(scannedBy(0, values)).toBe(1);
    let before = 0;
    for (let share = 0; share <= 1; share += 0.01) {
      const shown = scannedBy(share * scanTime(values), values);
      expect(shown).toBeGreaterThanOrEqual(before);
      before = shown;
    }
    expect(scannedBy(10 * scanTime(values), values)).toBe(values);
  },
);

test('few values are not over at once, and many do not take for ever', () => {
  expect(scanTime(1)).toBeGreaterThan(1000);
  expect(scanTime(2048)).toBeLessThan(10_000);
});
