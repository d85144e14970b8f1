import type { DrawFigure } from '../../charts/figure';
import type { ConfusionCounts } from '../../metrics/confusion';
import { CLASSES } from '../../model/network';
import { isWord } from '../../ui/is-word';
import { type MatrixCell, type Measure, matrixCells } from './matrix-cells';
import { matrixShades } from './matrix-shades';

/**
 * Room around the cells for what MatrixNumbers writes there, pixels: the title of the axis and the names of the classes;
 * ConfusionMatrix.module.css has the same numbers. Opposite sides add up to the same, so that a square picture has
 * square cells.
 */
const TITLE = 20;
const EDGE = 2;

/** Room for the names of classes beside the cells, pixels: a digit, or most of a word. */
export const labelRoom = (names: readonly string[]): number => (names.some(isWord) ? 78 : 18);

/**
 * The coloured cells: true digits downwards, predicted ones across. Errors have a colour scale of their own;
 * the diagonal is grey, or shaded by its share, so that errors stay visible beside it.
 * @param counts - all zero for the empty matrix
 * @param label - room for the names of classes, pixels
 * @param describe - what the pointer is told about a cell; lines parted by `<br>`
 */
export function matrixFigure(
  counts: ConfusionCounts,
  measure: Measure,
  showCorrect: boolean,
  label: number,
  describe: (cell: MatrixCell) => string,
): DrawFigure {
  const cells = matrixCells(counts);
  const labels = [...cells.keys()];
  const isEmpty = counts.every((count) => count === 0);
  const rows = <T>(of: (cell: MatrixCell) => T): T[][] => cells.map((row) => row.map(of));
  return (theme) => {
    const { scale, place } = matrixShades(cells.flat(), measure, showCorrect, theme);
    return {
      data: [
        {
          type: 'heatmap',
          x: labels,
          y: labels,
          z: rows(place),
          zmin: 0,
          zmax: 1,
          colorscale: scale,
          showscale: false,
          customdata: rows(describe),
          hovertemplate: '%{customdata}<extra></extra>',
          xgap: gapOf(labels.length),
          ygap: gapOf(labels.length),
        },
      ],
      layout: {
        margin: { l: TITLE + label, r: EDGE, t: TITLE + label, b: EDGE },
        hovermode: isEmpty ? false : 'closest',
        xaxis: { visible: false, fixedrange: true, range: [-0.5, labels.length - 0.5] },
        yaxis: { visible: false, fixedrange: true, range: [labels.length - 0.5, -0.5] },
      },
    };
  };
}

/** Between cells, pixels: there is little room for many. */
const gapOf = (classes: number): number => (classes > CLASSES ? 1 : 2);

interface SavedTexts {
  readonly names: readonly string[];
  /** Of the axes. */
  readonly truth: string;
  readonly predicted: string;
  readonly number: (cell: MatrixCell) => string;
}

/** The same with the axes and the numbers in it that the page lays over it (see MatrixNumbers). */
export function savedMatrix(figure: DrawFigure, counts: ConfusionCounts, texts: SavedTexts): DrawFigure {
  const text = matrixCells(counts).map((row) =>
    row.map((cell) => (cell.count > 0 ? texts.number(cell) : '')),
  );
  const axis = {
    visible: true,
    tickvals: [...texts.names.keys()],
    ticktext: [...texts.names],
    automargin: true,
  };
  return (theme) => {
    const { data, layout } = figure(theme);
    const look = { showgrid: false, zeroline: false, ticks: '' as const };
    return {
      data: data.map((trace) => ({ ...trace, text, texttemplate: '%{text}' }) as (typeof data)[number]),
      layout: {
        ...layout,
        xaxis: { ...layout.xaxis, ...axis, ...look, side: 'top', title: { text: texts.predicted } },
        yaxis: { ...layout.yaxis, ...axis, ...look, title: { text: texts.truth } },
      },
    };
  };
}
