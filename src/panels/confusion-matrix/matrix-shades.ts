import { inkOn, mixColours } from '../../charts/colour';
import type { ChartTheme } from '../../charts/theme';
import { isError, type MatrixCell } from './matrix-cells';

/** Fewer errors than this in the worst cell don't get the full colour: a lone error is no alarm. */
const FULL_COLOUR_FROM = 10;

/** Colours of the cells: two scales in one, errors in its lower half, the diagonal in its upper half. */
export interface MatrixShades {
  readonly scale: [number, string][];
  /** Of a cell on the scale, 0 to 1. */
  readonly place: (cell: MatrixCell) => number;
  /** Of the count in the cell. */
  readonly ink: (cell: MatrixCell) => string;
}

/**
 * No error looks like no data, a single one stands out at once, the most frequent has the full colour.
 * @param shadeCorrect - shades the diagonal by its share of the row; otherwise it is grey
 */
export function matrixShades(
  cells: readonly MatrixCell[],
  shadeCorrect: boolean,
  { surface, sunken, bad, good, muted }: ChartTheme,
): MatrixShades {
  const worst = Math.max(FULL_COLOUR_FROM, ...cells.filter(isError).map((cell) => cell.count));
  const errorColour = (part: number) => mixColours(surface, bad, 0.18 + 0.72 * part);
  const allCorrect = shadeCorrect ? mixColours(surface, good, 0.75) : sunken;
  const least = 1 / worst;
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
    place: (cell) => (isError(cell) ? (cell.count / worst) * top : 0.5 + cell.share / 2),
    ink: (cell) => {
      if (isError(cell)) return inkOn(errorColour(cell.count / worst));
      return shadeCorrect ? inkOn(mixColours(sunken, allCorrect, cell.share)) : muted;
    },
  };
}
