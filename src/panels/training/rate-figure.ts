import type { DrawFigure, Figure } from '../../charts/figure';
import type { ChartTheme } from '../../charts/theme';
import { RATE_RANGE, type RatePoint, smoothedLosses } from '../../metrics/rate-test';

interface RateTexts {
  readonly loss: string;
  readonly rate: string;
  /** What the pointer is told, with Plotly's placeholders. */
  readonly point: string;
}

/** Top of the plot, in losses from before the first step: how far up the last one has gone says nothing. */
const MOST_SHOWN = 1.5;
/** Room above the highest smoothed loss, where that is in sight. */
const HEADROOM = 1.05;

/** The loss over the rates on a logarithmic axis: smoothed, faint behind it what that was made of, and the rate that is proposed. */
export function rateFigure(
  points: readonly RatePoint[],
  proposed: number | undefined,
  texts: RateTexts,
): DrawFigure {
  const x = points.map(({ rate }) => rate);
  const smoothed = smoothedLosses(points);
  const highest = HEADROOM * Math.max(...smoothed.filter(Number.isFinite), 0);
  const top = Math.min(highest, MOST_SHOWN * (smoothed[0] ?? 0));
  return (theme) => {
    const axis = { fixedrange: true, gridcolor: theme.line, zeroline: false } as const;
    const line = { type: 'scatter', mode: 'lines', x } as const;
    return {
      data: [
        {
          ...line,
          y: points.map(({ loss }) => finite(loss)),
          hoverinfo: 'skip',
          opacity: 0.3,
          line: { color: theme.train, width: 1 },
        },
        {
          ...line,
          name: 'loss',
          y: smoothed.map(finite),
          hovertemplate: `${texts.point}<extra></extra>`,
          line: { color: theme.train, width: 1.6 },
        },
      ],
      layout: {
        margin: { l: 44, r: 12, t: 8, b: 38 },
        hovermode: 'closest',
        showlegend: false,
        xaxis: {
          ...axis,
          type: 'log',
          // Of a logarithmic axis, Plotly takes exponents.
          range: [Math.log10(RATE_RANGE.from), Math.log10(RATE_RANGE.to)],
          // On a phone every one would overlap.
          dtick: 2,
          tickangle: 0,
          exponentformat: 'power',
          title: { text: texts.rate },
        },
        yaxis: { ...axis, range: [0, top || 1], nticks: 4, tickformat: '.2~f', title: { text: texts.loss } },
        shapes: proposed === undefined ? [] : [mark(proposed, theme)],
      },
    };
  };
}

const finite = (loss: number): number | null => (Number.isFinite(loss) ? loss : null);

const mark = (rate: number, theme: ChartTheme): NonNullable<Figure['layout']['shapes']>[number] => ({
  type: 'line',
  yref: 'paper',
  x0: rate,
  x1: rate,
  y0: 0,
  y1: 1,
  line: { color: theme.good, width: 1.5, dash: 'dash' },
});
