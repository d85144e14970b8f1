import { describe, expect, it } from 'vitest';
import { rasterize } from '../../../src/ink/rasterize';
import { isInked, middleOf, moved } from '../../../src/panels/draw/key-cell';

describe('the pen for keys', () => {
  it('moves from cell to cell and stops at the edges', () => {
    expect(moved({ row: 3, column: 4 }, 'ArrowUp')).toEqual({ row: 2, column: 4 });
    expect(moved({ row: 3, column: 4 }, 'ArrowRight')).toEqual({ row: 3, column: 5 });
    expect(moved({ row: 27, column: 0 }, 'ArrowDown')).toEqual({ row: 27, column: 0 });
    expect(moved({ row: 27, column: 0 }, 'ArrowLeft')).toEqual({ row: 27, column: 0 });
    expect(moved({ row: 3, column: 4 }, 'a')).toBeUndefined();
  });

  it('knows where ink is: at the middle of a cell that was inked, and not three cells away', () => {
    const cell = { row: 5, column: 20 };
    const ink = rasterize({ strokes: [{ width: 24, points: [middleOf(cell)] }] });
    expect(isInked(ink, cell)).toBe(true);
    expect(isInked(ink, { row: 5, column: 23 })).toBe(false);
    expect(isInked(ink, { row: 20, column: 5 })).toBe(false);
  });
});
