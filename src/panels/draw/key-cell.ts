import { IMAGE_SIDE } from '../../ink/center';
import { PAD_SIDE, type Point } from '../../ink/stroke';

/** A place of the 28×28 grid over the pad, from 0 to 27. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The middle of the pad. */
export const FIRST_CELL: Cell = { row: IMAGE_SIDE / 2, column: IMAGE_SIDE / 2 };

/** Pixels of the pad to a cell. */
export const CELL_SIDE = PAD_SIDE / IMAGE_SIDE;

const MOVES: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads; undefined for keys that lead nowhere. At an edge it stays. */
export function moved({ row, column }: Cell, key: string): Cell | undefined {
  const move = MOVES[key];
  return move && { row: onGrid(row + move[0]), column: onGrid(column + move[1]) };
}

export const middleOf = ({ row, column }: Cell): Point => ({
  x: (column + 0.5) * CELL_SIDE,
  y: (row + 0.5) * CELL_SIDE,
});

/** @param ink - [280 × 280] row by row, 0 to 1 */
export function isInked(ink: Float32Array, cell: Cell): boolean {
  const { x, y } = middleOf(cell);
  return (ink[Math.floor(y) * PAD_SIDE + Math.floor(x)] ?? 0) >= 0.5;
}

const onGrid = (index: number): number => Math.min(IMAGE_SIDE - 1, Math.max(0, index));
