import type { Readings } from '../../protocol/data/images';
import type { Cell } from '../../state/selection/selection';

/** How sure the network is of what it reads in an image, 0 to 1. */
export function sureness({ probabilities, predicted }: Readings, index: number): number {
  const classes = probabilities.length / predicted.length;
  return probabilities[classes * index + (predicted[index] as number)] as number;
}

/**
 * The images of a cell, a row or a column of the matrix, or all that are read wrong: the most confident error first.
 * A cell of the diagonal has no errors: its images come with the least confident first.
 * @returns indices in the readings
 */
export function errorsIn(readings: Readings, cell: Cell | undefined): Uint32Array {
  const { truth, predicted } = readings;
  const isDiagonal = cell?.truth !== undefined && cell.truth === cell.predicted;
  const found: number[] = [];
  for (let i = 0; i < truth.length; i++) {
    if ((truth[i] === predicted[i]) !== isDiagonal) continue;
    if (cell?.truth !== undefined && truth[i] !== cell.truth) continue;
    if (cell?.predicted !== undefined && predicted[i] !== cell.predicted) continue;
    found.push(i);
  }
  const sure = (index: number) => sureness(readings, index);
  const order = isDiagonal
    ? (a: number, b: number) => sure(a) - sure(b)
    : (a: number, b: number) => sure(b) - sure(a);
  return Uint32Array.from(found.sort((a, b) => order(a, b) || a - b));
}
