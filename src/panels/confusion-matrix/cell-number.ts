import { formatNumber } from '../../ui/format';
import { type MatrixCell, type Measure, measured } from './matrix-cells';

/** Four digits fill a cell: counts are not grouped; shares are percent, with a decimal only below ten. */
export function cellNumber(cell: MatrixCell, measure: Measure, language: string): string {
  if (measure === 'counts') return String(cell.count);
  const percent = 100 * measured(cell, measure);
  return formatNumber(percent, language, percent < 9.95 ? 1 : 0);
}
