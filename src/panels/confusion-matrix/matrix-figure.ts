import type { DrawFigure } from '../../charts/figure';
import type { ChartTheme } from '../../charts/theme';
import type { ConfusionCounts } from '../../metrics/confusion';
import { CLASSES } from '../../model/network';
import { type MatrixCell, matrixCells } from './matrix-cells';
import { matrixShades } from './matrix-shades';

export interface MatrixTexts {
  readonly predicted: string;
  readonly truth: string;
  /** What the pointer is told about a cell; lines parted by `<br>`. */
  readonly cell: (cell: MatrixCell) => string;
}

const DIGITS = Array.from({ length: CLASSES }, (_, digit) => digit);

/**
 * True digits downwards, predicted ones across. Errors have a colour scale of their own, by count; the diagonal is grey,
 * or shaded by its share of the row, so that errors stay visible beside it.
 * @param counts - undefined for the empty matrix
 */
export function matrixFigure(
  counts: ConfusionCounts | undefined,
  showCorrect: boolean,
  texts: MatrixTexts,
): DrawFigure {
  const cells = matrixCells(counts ?? []);
  const rows = <T>(of: (cell: MatrixCell) => T): T[][] => cells.map((row) => row.map(of));
  return (theme) => {
    const shades = matrixShades(cells.flat(), showCorrect, theme);
    return {
      data: [
        {
          type: 'heatmap',
          x: DIGITS,
          y: DIGITS,
          z: rows(shades.place),
          zmin: 0,
          zmax: 1,
          colorscale: shades.scale,
          showscale: false,
          // Plotly's own choice of ink falls short of a contrast of 4.5 on some shades.
          text: rows((cell) => (cell.count > 0 ? inked(cell.count, shades.ink(cell)) : '')),
          texttemplate: '%{text}',
          // Without a size Plotly measures each text to find one.
          textfont: { size: 11.5, color: theme.text },
          customdata: rows(texts.cell),
          hovertemplate: '%{customdata}<extra></extra>',
          xgap: 2,
          ygap: 2,
        },
      ],
      layout: {
        margin: { l: 38, r: 2, t: 38, b: 2 },
        hovermode: counts ? 'closest' : false,
        xaxis: { ...axis(texts.predicted, theme), side: 'top' },
        yaxis: { ...axis(texts.truth, theme), autorange: 'reversed' },
      },
    };
  };
}

const inked = (count: number, ink: string) => `<span style="color: ${ink}">${count}</span>`;

const axis = (title: string, theme: ChartTheme) =>
  ({
    title: { text: title, standoff: 4, font: { size: 11.5, color: theme.muted } },
    fixedrange: true,
    showgrid: false,
    zeroline: false,
    ticks: '',
    tickmode: 'array',
    tickvals: DIGITS,
    ticktext: DIGITS.map(String),
  }) as const;
