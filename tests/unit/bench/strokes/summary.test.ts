import { describe, expect, it } from 'vitest';
import { accuracyTable, calibrationErrorOf } from '../../../../bench/strokes/summary';

const reading = (confidence: number, isRight: boolean) => ({
  label: 7,
  predicted: isRight ? 7 : 2,
  confidence,
  ofLabel: isRight ? confidence : 0,
  isRefused: false,
});

describe('the calibration error of what was read', () => {
  it('is how far each bin is from as sure as it says, by its share of the readings', () => {
    // Two of 0.9 with one of them right, which are 0.4 off, and two of 0.5 likewise, which are not off.
    const readings = [reading(0.9, true), reading(0.9, false), reading(0.5, true), reading(0.5, false)];
    expect(calibrationErrorOf(readings)).toBeCloseTo(0.2, 6);
  });

  it('does not let what is too sure make up for what is not sure enough', () => {
    expect(calibrationErrorOf([reading(0.9, false), reading(0.1, true)])).toBeCloseTo(0.9, 6);
  });

  it('stands in the table beside how sure the readings are', () => {
    const table = accuracyTable({ centred: [reading(0.9, true), reading(0.9, false)] });
    const [heads, , row] = table.split('\n');
    expect(heads).toMatch(/as sure as +calibration error +'no digit'/);
    expect(row).toMatch(/90\.00 % +40\.00 % +0\.00 %/);
  });
});
