import { type ConfusionCounts, rowShares } from '../../metrics/confusion';
import { CLASSES } from '../../model/network';

export interface MatrixCell {
  readonly truth: number;
  readonly predicted: number;
  readonly count: number;
  /** Of the images of this true digit, 0 to 1. */
  readonly share: number;
}

export const DIGITS: readonly number[] = Array.from({ length: CLASSES }, (_, digit) => digit);

export const isError = ({ truth, predicted }: MatrixCell): boolean => truth !== predicted;

/** The cells row by row: `matrixCells(counts)[true][predicted]`; all zero where there are no counts. */
export function matrixCells(counts: ConfusionCounts): MatrixCell[][] {
  const shares = rowShares(counts);
  return DIGITS.map((truth) =>
    DIGITS.map((predicted) => {
      const at = CLASSES * truth + predicted;
      return { truth, predicted, count: counts[at] ?? 0, share: shares[at] ?? 0 };
    }),
  );
}

/** Errors by falling count; in reading order where two are equal. */
export function errorsByCount(counts: ConfusionCounts): MatrixCell[] {
  return matrixCells(counts)
    .flat()
    .filter((cell) => isError(cell) && cell.count > 0)
    .sort((a, b) => b.count - a.count);
}
