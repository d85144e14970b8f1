import { confusionCounts } from '../../src/metrics/confusion';
import { wilson } from '../../src/metrics/interval';
import { CLASSES } from '../../src/model/network';
import { textTable } from '../speed/text-table';
import type { Reading } from './reader';

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

export const accuracyOf = (readings: readonly Reading[]): number =>
  readings.filter(({ label, predicted }) => label === predicted).length / readings.length;

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
      percent(of.filter(({ isRefused }) => isRefused).length / of.length),
    ];
  });
  return textTable(['drawn', 'digits', 'read right', '95 % interval', 'as sure as', "'no digit'"], rows);
}

/** Rows are the digits written, columns those read. */
export function confusionTable(readings: readonly Reading[]): string {
  const counts = confusionCounts(
    Uint8Array.from(readings, ({ label }) => label),
    Uint8Array.from(readings, ({ predicted }) => predicted),
  );
  const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
  const cell = (written: number, read: number) => counts[written * CLASSES + read] as number;
  const rows = digits.map((written) => [
    String(written),
    ...digits.map((read) => String(cell(written, read) || '·')),
  ]);
  return textTable(['written \\ read', ...digits.map(String)], rows);
}
