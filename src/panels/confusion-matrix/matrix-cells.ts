import type { ConfusionCounts } from '../../metrics/confusion';
import { classesIn, columnShares, rowShares } from '../../metrics/confusion';

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

export const isError = ({ truth, predicted }: MatrixCell): boolean => truth !== predicted;

/** The counts of a matrix in which nothing has been counted. */
export const noCounts = (classes: number): ConfusionCounts => new Array<number>(classes * classes).fill(0);

/** The cells row by row: `matrixCells(counts)[true][predicted]`. */
export function matrixCells(counts: ConfusionCounts): MatrixCell[][] {
  const labels = Array.from({ length: classesIn(counts) }, (_, label) => label);
  const rows = rowShares(counts);
  const columns = columnShares(counts);
  return labels.map((truth) =>
    labels.map((predicted) => {
      const at = labels.length * truth + predicted;
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
