import type { ConfusionCounts } from '../../metrics/confusion';
import { columnShares, rowShares } from '../../metrics/confusion';
import { CLASSES } from '../../model/network';

/** What the cells show: counts, shares of the true digit, or shares of what is read as a digit. */
export const MEASURES = ['counts', 'rows', 'columns'] as const;
export type Measure = (typeof MEASURES)[number];

export interface MatrixCell {
  readonly truth: number;
  readonly predicted: number;
  readonly count: number;
  /** Of the images of this true digit, 0 to 1. */
  readonly rowShare: number;
  /** Of the images read as this digit, 0 to 1. */
  readonly columnShare: number;
}

export const DIGITS: readonly number[] = Array.from({ length: CLASSES }, (_, digit) => digit);

export const isError = ({ truth, predicted }: MatrixCell): boolean => truth !== predicted;

/** The cells row by row: `matrixCells(counts)[true][predicted]`; all zero where there are no counts. */
export function matrixCells(counts: ConfusionCounts): MatrixCell[][] {
  const rows = rowShares(counts);
  const columns = columnShares(counts);
  return DIGITS.map((truth) =>
    DIGITS.map((predicted) => {
      const at = CLASSES * truth + predicted;
      const count = counts[at] ?? 0;
      return { truth, predicted, count, rowShare: rows[at] ?? 0, columnShare: columns[at] ?? 0 };
    }),
  );
}

export function measured({ count, rowShare, columnShare }: MatrixCell, measure: Measure): number {
  switch (measure) {
    case 'counts':
      return count;
    case 'rows':
      return rowShare;
    case 'columns':
      return columnShare;
    default:
      return measure satisfies never;
  }
}

/** Errors by falling count; in reading order where two are equal. */
export function errorsByCount(counts: ConfusionCounts): MatrixCell[] {
  return matrixCells(counts)
    .flat()
    .filter((cell) => isError(cell) && cell.count > 0)
    .sort((a, b) => b.count - a.count);
}
