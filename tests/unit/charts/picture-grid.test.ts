import { describe, expect, it } from 'vitest';
import { colourScale } from '../../../src/charts/colour-scale';
import { cellAfter, gridLayout, gridPixels } from '../../../src/charts/picture-grid';

describe('gridLayout', () => {
  it('puts as many in a row as fit, each value a square of whole pixels', () => {
    const layout = gridLayout({ count: 24, width: 5, height: 5 }, 400);
    expect(layout).toMatchObject({ zoom: 8, cell: { width: 40, height: 40 }, columns: 8, rows: 3 });
    expect([layout.width, layout.height]).toEqual([8 * 46 - 6, 3 * 46 - 6]);
    expect(gridLayout({ count: 24, width: 5, height: 5 }, 8 * 46 - 6).columns).toBe(8);
    expect(gridLayout({ count: 24, width: 5, height: 5 }, 8 * 46 - 7).columns).toBe(7);
  });

  it('makes many small, and never wider than they are many', () => {
    expect(gridLayout({ count: 256, width: 3, height: 3 }, 700).cell.width).toBeLessThan(30);
    expect(gridLayout({ count: 3, width: 5, height: 5 }, 700).columns).toBe(3);
    expect(gridLayout({ count: 3, width: 5, height: 5 }, 0).columns).toBe(1);
  });
});

/** Safari draws nothing on a larger canvas. */
const SAFARI_PIXELS = 4096 ** 2;

describe('the largest grids', () => {
  it.each([
    ['kernels', 256, 7],
    ['weights of dense units', 2048, 28],
  ])('of %s fit a canvas of Safari, on any width', (_, count, side) => {
    for (const room of [0, 300, 700, 1600]) {
      const { width, height } = gridLayout({ count, width: side, height: side }, room);
      expect(width * height, `${room} px`).toBeLessThan(SAFARI_PIXELS);
    }
  });
});

describe('gridPixels', () => {
  const pictures = { count: 2, width: 2, height: 1, values: Float32Array.of(-1, 1, 1, Number.NaN) };
  const scale = colourScale({ min: -1, max: 1 }, 'light');
  const layout = gridLayout(pictures, 1000);
  const pixels = gridPixels(pictures, layout, () => scale);
  const at = (x: number) => [...pixels.subarray(4 * x, 4 * x + 4)];
  const low = [...scale.table.subarray(0, 3), 255];
  const high = [...scale.table.subarray(-3), 255];

  it('enlarges each value to its square', () => {
    const { zoom } = layout;
    expect([at(0), at(zoom - 1), at(zoom), at(2 * zoom - 1)]).toEqual([low, low, high, high]);
  });

  it('leaves the gap, and what is no number, transparent', () => {
    const { cell, gap, zoom } = layout;
    expect(at(cell.width)[3]).toBe(0);
    expect(at(cell.width + gap)).toEqual(high);
    expect(at(cell.width + gap + zoom)[3]).toBe(0);
  });
});

describe('cellAfter', () => {
  it('moves by one, by a row, and to the ends', () => {
    const from = (key: string, at = 5) => cellAfter(key, at, 12, 4);
    expect(
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map((key) => from(key)),
    ).toEqual([4, 6, 1, 9, 0, 11]);
    expect(from('a')).toBeUndefined();
  });

  it('stays at an edge', () => {
    expect(cellAfter('ArrowUp', 2, 12, 4)).toBe(2);
    expect(cellAfter('ArrowDown', 10, 12, 4)).toBe(10);
    expect(cellAfter('ArrowLeft', 0, 12, 4)).toBe(0);
  });
});
