import { mixColours } from '../../../charts/colour';
import type { DrawFigure, Figure } from '../../../charts/figure';

/** An upright line of a picture of parallel coordinates. */
export interface ParallelAxis {
  readonly name: string;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** One that runs across all of them. */
export interface ParallelLine {
  /** Where it crosses each axis, 0 at the foot to 1. */
  readonly at: readonly number[];
  /** What the pointer is told; lines parted by `<br>`. */
  readonly text: string;
  /** How good it is: 0 the worst, 1 the best: the better, the stronger its colour. */
  readonly share: number;
}

/** Lines of about the same accuracy have one colour and are drawn together, since Plotly takes its time for each. */
const SHADES = 6;
/** Of the way from the colour of small print to that of the best. */
const FAINTEST = 0.3;

/**
 * Parallel coordinates of ordinary lines: Plotly's own make code at run time, which the page's policy forbids.
 * @param lines - the best last: it lies above the others, and is the boldest
 */
export function parallelFigure(axes: readonly ParallelAxis[], lines: readonly ParallelLine[]): DrawFigure {
  const best = lines.at(-1);
  const others = lines.slice(0, -1);
  const shadeOf = ({ share }: ParallelLine) => Math.min(SHADES - 1, Math.floor(share * SHADES));
  const groups = Array.from({ length: SHADES }, (_, shade) => others.filter((one) => shadeOf(one) === shade));
  return (theme) => ({
    data: [
      ...groups.flatMap((group, shade) =>
        group.length === 0 ? [] : [trace(group, (shade + 0.5) / SHADES, false, theme)],
      ),
      ...(best ? [trace([best], 1, true, theme)] : []),
    ],
    layout: {
      margin: { l: 56, r: 92, t: 16, b: 44 },
      hovermode: 'closest',
      showlegend: false,
      xaxis: {
        fixedrange: true,
        zeroline: false,
        gridcolor: theme.muted,
        range: [-0.05, axes.length - 0.95],
        tickvals: axes.map((_, axis) => axis),
        // A word a line: on a narrow screen names side by side would run into each other.
        ticktext: axes.map(({ name }) => name.replaceAll(' ', '<br>')),
        tickangle: 0,
      },
      yaxis: { fixedrange: true, visible: false, range: [-0.06, 1.06] },
      annotations: axes.flatMap(({ ticks }, axis) =>
        ticks.map((tick) => label(axis, axes.length, tick, theme)),
      ),
    },
  });
}

/** Several lines in one, parted by gaps. @param share - how good they are, 0 to 1 */
function trace(
  lines: readonly ParallelLine[],
  share: number,
  isBest: boolean,
  theme: Parameters<DrawFigure>[0],
): Figure['data'][number] {
  const strength = FAINTEST + (1 - FAINTEST) * share;
  const color = mixColours(theme.muted, theme.train, strength);
  return {
    type: 'scatter',
    mode: 'lines+markers',
    x: lines.flatMap(({ at }) => [...at.map((_, axis) => axis), null]),
    y: lines.flatMap(({ at }) => [...at, null]),
    text: lines.flatMap(({ at, text }) => [...at.map(() => text), '']),
    hovertemplate: '%{text}<extra></extra>',
    opacity: 0.5 + 0.5 * share,
    line: { color, width: isBest ? 3.5 : 1.5 },
    marker: { color, size: isBest ? 8 : 5 },
    cliponaxis: false,
  };
}

type Annotation = NonNullable<Figure['layout']['annotations']>[number];

/** A value beside its axis: on the left of it, of the last on its right. */
function label(
  axis: number,
  axes: number,
  { at, text }: ParallelAxis['ticks'][number],
  theme: Parameters<DrawFigure>[0],
): Annotation {
  const isLast = axis === axes - 1;
  return {
    ...{ x: axis, y: at, text, showarrow: false },
    xanchor: isLast ? 'left' : 'right',
    xshift: isLast ? 7 : -7,
    font: { size: 11, color: theme.text },
    bgcolor: theme.surface,
    opacity: 0.9,
    borderpad: 1,
  };
}
