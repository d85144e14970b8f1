import { expect, it } from 'vitest';
import type { ChartTheme } from '../../../src/charts/theme';
import { rateFigure } from '../../../src/panels/training/rate-figure';

const texts = { loss: 'loss', rate: 'rate', point: '' };
const draw = (losses: readonly number[], proposed?: number) =>
  rateFigure(
    losses.map((loss, i) => ({ rate: 10 ** (i - 6), loss })),
    proposed,
    texts,
  )({ train: 'rgb(0, 0, 255)', good: 'rgb(0, 255, 0)' } as ChartTheme);

it('draws the loss over rates of equal distance, and smoothed over it', () => {
  const { data, layout } = draw([2, 1]);
  expect(data.map((line) => 'y' in line && line.y)).toEqual([
    [2, 1],
    [expect.closeTo(2, 10), expect.closeTo((0.09 * 2 + 0.1) / 0.19, 10)],
  ]);
  expect(layout.xaxis).toMatchObject({ type: 'log', range: [-6, 1] });
});

it('keeps what the loss did in sight, however far up it went in the end', () => {
  expect(draw([2, 1, 900]).layout.yaxis?.range).toEqual([0, expect.closeTo(3, 10)]);
  expect(draw([2, 1, Number.NaN]).layout.yaxis?.range).toEqual([0, expect.closeTo(2.1, 10)]);
});

it('leaves a gap where the loss was no number', () => {
  expect(draw([2, Number.NaN]).data[0]).toMatchObject({ y: [2, null] });
});

it('marks the rate that is proposed, where there is one', () => {
  expect(draw([2, 1], 0.01).layout.shapes).toMatchObject([{ x0: 0.01, x1: 0.01 }]);
  expect(draw([2, 1]).layout.shapes).toEqual([]);
});
