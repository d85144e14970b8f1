import type { Projection } from '../../protocol/inspect';
import type { Selection } from '../../state/selection/selection';

/**
 * Which points stand out: those of the selected digit, else those of the selected cell of the confusion matrix, else
 * all.
 */
export function emphasis(
  { truth, predicted }: Pick<Projection, 'truth' | 'predicted'>,
  { digit, cell }: Pick<Selection, 'digit' | 'cell'>,
): (index: number) => boolean {
  if (digit !== undefined) return (index) => truth[index] === digit;
  if (!cell) return () => true;
  const fits = (wanted: number | undefined, found: number | undefined) =>
    wanted === undefined || wanted === found;
  return (index) => fits(cell.truth, truth[index]) && fits(cell.predicted, predicted[index]);
}
