import { calibration } from '../../src/metrics/calibration';
import { confusionCounts } from '../../src/metrics/confusion';
import { wilson } from '../../src/metrics/interval';
import { CLASSES } from '../../src/model/network';
import { textTable } from '../speed/text-table';
import type { Reading } from './reader';

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

export const accuracyOf = (readings: readonly Reading[]): number =>
  readings.filter(({ label, predicted }) => label === predicted).length / readings.length;

/**
 * Expected calibration error, 0 to 1: in 15 bins of equal width by how sure the reading is, the mean distance between
 * that and the share that was read right (`src/metrics/calibration.ts`, after Guo et al. 2017, equation 5).
 */
export function calibrationErrorOf(readings: readonly Reading[]): number {
  const predicted = Uint8Array.from(readings, (reading) => reading.predicted);
  // Of the ten probabilities that of the digit read is the one that counts.
  const probabilities = new Float32Array(readings.length * CLASSES);
  readings.forEach(({ confidence }, i) => {
    probabilities[i * CLASSES + (predicted[i] as number)] = confidence;
  });
  const labels = Uint8Array.from(readings, ({ label }) => label);
  return calibration(probabilities, labels, predicted)?.ece ?? 0;
}

/** One line a placing. */
export function accuracyTable(readings: Readonly<Record<string, readonly Reading[]>>): string {
  const rows = Object.entries(readings).map(([name, of]) => {
    const right = of.filter(({ label, predicted }) => label === predicted).length;
    const interval = wilson(right, of.length);
    const mean = of.reduce((sum, { confidence }) => sum + confidence, 0) / of.length;
    return [
      name,
      String(of.length),
      percent(right / of.length),
      interval ? `${percent(interval.low)} to ${percent(interval.high)}` : '',
      percent(mean),
      percent(calibrationErrorOf(of)),
      percent(of.filter(({ isRefused }) => isRefused).length / of.length),
    ];
  });
  const heads = [
    'drawn',
    'digits',
    'read right',
    '95 % interval',
    'as sure as',
    'calibration error',
    "'no digit'",
  ];
  return textTable(heads, rows);
}

/** Rows are the digits written, columns those read. */
export function confusionTable(readings: readonly Reading[]): string {
  const counts = confusionCounts(
    Uint8Array.from(readings, ({ label }) => label),
    Uint8Array.from(readings, ({ predicted }) => predicted),
    CLASSES,
  );
  const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
  const cell = (written: number, read: number) => counts[written * CLASSES + read] as number;
  const rows = digits.map((written) => [
    String(written),
    ...digits.map((read) => String(cell(written, read) || '·')),
  ]);
  return textTable(['written \\ read', ...digits.map(String)], rows);
}
