import { describe, expect, it } from 'vitest';
import type { ChartTheme } from '../../../src/charts/theme';
import { confusionCounts } from '../../../src/metrics/confusion';
import {
  errorsByCount,
  type MatrixCell,
  type Measure,
  matrixCells,
  noCounts,
} from '../../../src/panels/confusion-matrix/matrix-cells';
import { labelRoom, matrixFigure } from '../../../src/panels/confusion-matrix/matrix-figure';
import { matrixShades } from '../../../src/panels/confusion-matrix/matrix-shades';
import { FASHION } from '../../fixtures/class-names';

const theme = {
  surface: 'rgb(255, 255, 255)',
  sunken: 'rgb(238, 240, 243)',
  bad: 'rgb(194, 54, 31)',
  good: 'rgb(18, 122, 75)',
  muted: 'rgb(91, 100, 112)',
} as ChartTheme;
// 4 is read as 9 three times and right once; 7 is read as 2 once; 0 is always right.
const counts = confusionCounts(Uint8Array.of(4, 4, 4, 4, 7, 0, 0), Uint8Array.of(9, 9, 9, 4, 2, 0, 0), 10);
const cells = matrixCells(counts);
const cell = (truth: number, predicted: number) =>
  cells[truth]?.[predicted] ?? { truth, predicted, count: 0, rowShare: 0, columnShare: 0 };

/** The colour of a cell, as a piecewise linear scale gives it at its place. */
function nearestStop(truth: number, predicted: number, shadeCorrect: boolean) {
  const { scale, place } = matrixShades(cells.flat(), 'counts', shadeCorrect, theme);
  const at = place(cell(truth, predicted));
  return scale.reduce((best, stop) => (Math.abs(stop[0] - at) < Math.abs(best[0] - at) ? stop : best))[1];
}

describe('matrixCells', () => {
  it('has true digits as rows and predicted digits as columns', () => {
    expect(cells[4]?.[9]).toEqual({
      truth: 4,
      predicted: 9,
      count: 3,
      rowShare: 0.75,
      columnShare: 1,
    });
    expect(cells[9]?.[4]?.count).toBe(0);
  });

  it('is all zero where there are no counts', () => {
    expect(matrixCells(noCounts(26)).flat()).toHaveLength(676);
    expect(matrixCells(noCounts(10))[3]?.[3]).toMatchObject({ count: 0, rowShare: 0, columnShare: 0 });
  });
});

describe('errorsByCount', () => {
  it('leaves out what was read right and puts the most frequent error first', () => {
    expect(errorsByCount(counts).map(({ truth, predicted }) => [truth, predicted])).toEqual([
      [4, 9],
      [7, 2],
    ]);
  });
});

describe('matrixShades', () => {
  it('keeps errors and correct ones on scales of their own', () => {
    const { place } = matrixShades(cells.flat(), 'counts', true, theme);
    const places = (errors: boolean) =>
      cells
        .flat()
        .filter(({ truth, predicted }) => (truth !== predicted) === errors)
        .map(place);
    expect(Math.max(...places(true))).toBeLessThan(0.5);
    expect(Math.min(...places(false))).toBeGreaterThanOrEqual(0.5);
  });

  it('gives more colour to more errors', () => {
    const { place } = matrixShades(cells.flat(), 'counts', false, theme);
    expect(place(cell(4, 9))).toBeGreaterThan(place(cell(7, 2)));
    expect(place(cell(7, 2))).toBeGreaterThan(place(cell(0, 1)));
  });

  it('shades by what the cells show', () => {
    const often = { truth: 1, predicted: 2, count: 40, rowShare: 0.04, columnShare: 0.5 };
    const rarely = { truth: 3, predicted: 4, count: 4, rowShare: 0.4, columnShare: 0.01 };
    const order = (measure: Measure) => {
      const { place } = matrixShades([often, rarely], measure, false, theme);
      return place(often) - place(rarely);
    };
    expect(order('counts')).toBeGreaterThan(0);
    expect(order('rows')).toBeLessThan(0);
    expect(order('columns')).toBeGreaterThan(0);
  });

  it('greys the diagonal, and shades it by its share of the row when asked to', () => {
    expect(nearestStop(0, 0, false)).toBe(theme.sunken);
    expect(nearestStop(0, 0, true)).not.toBe(theme.sunken);
    const { place } = matrixShades(cells.flat(), 'counts', true, theme);
    expect(place(cell(0, 0))).toBeGreaterThan(place(cell(4, 4)));
  });
});

describe('ink of a count', () => {
  it('is muted on the grey diagonal and stands out on a shade', () => {
    expect(matrixShades(cells.flat(), 'counts', false, theme).ink(cell(0, 0))).toBe(theme.muted);
    expect(matrixShades(cells.flat(), 'counts', true, theme).ink(cell(0, 0))).not.toBe(theme.muted);
    const worst = { truth: 4, predicted: 9, count: 10, rowShare: 1, columnShare: 1 };
    expect(matrixShades([worst], 'counts', false, theme).ink(worst)).toBe('rgb(255, 255, 255)');
  });
});

describe('matrixFigure', () => {
  const { data, layout } = matrixFigure(counts, 'counts', false, 18, (of: MatrixCell) => {
    return `${of.truth}>${of.predicted}: ${of.count}, ${of.rowShare}`;
  })(theme);

  it('tells true digit, predicted digit, count and share of the row on hover', () => {
    const [heatmap] = data as unknown as [{ customdata: string[][] }];
    expect(heatmap.customdata[4]?.[9]).toBe('4>9: 3, 0.75');
  });

  it('has true digits from the top and predicted digits from the left', () => {
    expect(layout.yaxis?.range).toEqual([9.5, -0.5]);
    expect(layout.xaxis?.range).toEqual([-0.5, 9.5]);
  });

  it('has nothing to point at before the first evaluation', () => {
    expect(matrixFigure(noCounts(10), 'counts', false, 18, () => '')(theme).layout.hovermode).toBe(false);
  });

  it('leaves more room for words than for digits, on both sides so that cells stay square', () => {
    const room = labelRoom(FASHION);
    expect(room).toBeGreaterThan(labelRoom(['0', '1']));
    const { margin } = matrixFigure(noCounts(10), 'counts', false, room, () => '')(theme).layout;
    expect(margin?.l).toBe(20 + room);
    expect((margin?.l ?? 0) + (margin?.r ?? 0)).toBe((margin?.t ?? 0) + (margin?.b ?? 0));
  });
});
