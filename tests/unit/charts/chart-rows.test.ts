import { expect, test } from 'vitest';
import { chartRows } from '../../../src/charts/chart-rows';
import { figureRows } from '../../../src/charts/figure-rows';

test('has each place once, in order, with the value of every series that has one there', () => {
  const { columns, rows } = chartRows('batch', [
    { name: 'training', x: [1, 2, 4], y: [3, 2, 1] },
    { name: 'validation', x: [4, 2], y: [0.5, 0.7] },
  ]);
  expect(columns).toEqual(['batch', 'training', 'validation']);
  expect(rows).toEqual([
    [1, 3, undefined],
    [2, 2, 0.7],
    [4, 1, 0.5],
  ]);
});

test('has the first and the last of too many, a hundred in all, and tells how many there are', () => {
  const x = Array.from({ length: 5000 }, (_, i) => i + 1);
  const { rows, all } = chartRows('batch', [{ name: 'loss', x, y: x }]);
  expect([rows.length, rows[0]?.[0], rows.at(-1)?.[0], all]).toEqual([100, 1, 5000, 5000]);
});

test('has nothing where nothing is drawn', () => {
  expect(chartRows('batch', [])).toEqual({ columns: ['batch'], rows: [], all: 0 });
});

test('takes of a figure the traces that have a heading', () => {
  const data = [
    { name: 'raw', x: [1], y: [9] },
    { name: 'training', x: [1], y: [8] },
  ];
  expect(figureRows({ data, layout: {} } as never, { x: 'batch', y: { training: 'loss' } })).toMatchObject({
    columns: ['batch', 'loss'],
    rows: [[1, 8]],
  });
});
