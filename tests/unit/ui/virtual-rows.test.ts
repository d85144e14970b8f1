import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsWithin, rowsInSight, stepIn } from '../../../src/ui/virtual-rows';

describe('rows in sight', () => {
  it('cover the window wherever it is scrolled, and are few', () => {
    const numbers = fc.record({
      scrolled: fc.nat(500_000),
      height: fc.integer({ min: 1, max: 2000 }),
      rowHeight: fc.integer({ min: 20, max: 200 }),
      rows: fc.nat(5000),
    });
    fc.assert(
      fc.property(numbers, ({ scrolled, height, rowHeight, rows }) => {
        const { first, end, slots } = rowsInSight(scrolled, height, rowHeight, rows);
        expect(first).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(rows);
        expect(end - first).toBeLessThanOrEqual(height / rowHeight + 7);
        expect(end - first).toBeLessThanOrEqual(slots);
        for (let row = 0; row < rows; row++) {
          const isSeen = (row + 1) * rowHeight > scrolled && row * rowHeight < scrolled + height;
          if (isSeen) expect(row >= first && row < end).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('have at least one column', () => {
    expect(columnsWithin(40, 90)).toBe(1);
    expect(columnsWithin(275, 90)).toBe(3);
  });
});

describe('keys in the grid', () => {
  const grid = { count: 10, columns: 4, page: 8 };
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowDown', 3, 7],
    ['ArrowDown', 7, 7],
    ['ArrowUp', 2, 2],
    ['ArrowLeft', 0, 0],
    ['PageDown', 1, 9],
    ['PageUp', 9, 1],
    ['PageUp', 3, 0],
    ['End', 2, 9],
    ['Home', 9, 0],
  ])('%s leads from %d to %d', (key, from, to) => {
    expect(stepIn(key, from, grid)).toBe(to);
  });

  it('leave other keys alone', () => {
    expect(stepIn('a', 3, grid)).toBeUndefined();
  });
});
