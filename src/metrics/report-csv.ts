import { csvOf } from '../model/csv';
import type { Report, Scores } from './report';

const COLUMNS = ['digit', 'precision', 'recall', 'f1-score', 'support', 'accuracy'] as const;

/**
 * The report as CSV (RFC 4180): a line a digit, then the averages. Shares are written in full, 0 to 1 with a point; the
 * accuracy of a digit is one against all, that of all images has a line of its own.
 * @param names - of the classes; where there are none, the digits
 */
export function reportCsv(
  { digits, macro, weighted, accuracy, images }: Report,
  names: readonly string[] = [],
): string {
  const line = (name: string, of: Scores | undefined, support: number, right?: number) => [
    ...[name, of?.precision, of?.recall, of?.f1],
    ...[support, right],
  ];
  return csvOf([
    COLUMNS,
    ...digits.map((of) => line(names[of.digit] ?? String(of.digit), of, of.support, of.accuracy)),
    line('macro avg', macro, images),
    line('weighted avg', weighted, images),
    line('accuracy', undefined, images, accuracy),
  ]);
}
