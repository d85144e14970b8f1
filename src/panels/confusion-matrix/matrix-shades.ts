import { inkOn, mixColours } from '../../charts/colour';
import type { ChartTheme } from '../../charts/theme';
import { isError, type MatrixCell, type Measure, measured } from './matrix-cells';

/** Fewer errors than this in the worst cell don't get the full colour: a lone error is no alarm. */
const FULL_COLOUR_FROM: Readonly<Record<Measure, number>> = { counts: 10, rows: 0.02, columns: 0.02 };

/** Colours of the cells: two scales in one, errors in its lower half, the diagonal in its upper half. */
interface MatrixShades {
  readonly scale: [number, string][];
  /** Of a cell on the scale, 0 to 1. */
  readonly place: (cell: MatrixCell) => number;
  /** Of the number in the cell. */
  readonly ink: (cell: MatrixCell) => string;
}

/**
 * No error looks like no data, a single one stands out at once, the most frequent has the full colour.
 * @param shadeCorrect - shades the diagonal by its share of the row; otherwise it is grey
 */
export function matrixShades(
  cells: readonly MatrixCell[],
  measure: Measure,
  shadeCorrect: boolean,
  { surface, sunken, bad, good, muted }: ChartTheme,
): MatrixShades {
  const values = cells.filter(isError).map((cell) => measured(cell, measure));
  const worst = Math.max(FULL_COLOUR_FROM[measure], ...values);
  const correctShare = (cell: MatrixCell) => (measure === 'columns' ? cell.columnShare : cell.rowShare);
  const errorColour = (part: number) => mixColours(surface, bad, 0.18 + 0.72 * part);
  const allCorrect = shadeCorrect ? mixColours(surface, good, 0.75) : sunken;
  const least = Math.min(worst, ...values.filter((value) => value > 0)) / worst;
  // Just below the middle, where the diagonal's scale starts.
  const top = 0.499;
  return {
    scale: [
      [0, sunken],
      [(least / 2) * top, sunken],
      [(least / 2) * top, errorColour(least / 2)],
      [top, errorColour(1)],
      [0.5, sunken],
      [1, allCorrect],
    ],
    place: (cell) => (isError(cell) ? (measured(cell, measure) / worst) * top : 0.5 + correctShare(cell) / 2),
    ink: (cell) => {
      if (isError(cell)) return inkOn(errorColour(measured(cell, measure) / worst));
      return shadeCorrect ? inkOn(mixColours(sunken, allCorrect, correctShare(cell))) : muted;
    },
  };
}
