import { inkOn } from '../../charts/colour';
import { type DrawFigure, type Figure, THINNED } from '../../charts/figure';
import { SHARES } from '../../charts/number-locale';
import type { RunChange } from '../../protocol/run';
import { batchesPerEpochOf, type RunRecord } from '../../state/history/run-record';
import { shownChanges } from '../shared/shown-changes';
import { marksOf, type RunMark } from './run-marks';

export const CURVES = ['validationAccuracy', 'validationLoss', 'trainingLoss'] as const;
export type RunCurve = (typeof CURVES)[number];

interface RunsTexts {
  /** What the pointer is told of a value of a run. */
  readonly point: (run: RunRecord, value: string) => string;
  readonly change: (run: RunRecord, change: RunChange) => string;
  readonly epoch: string;
}

/** One curve of several runs over each other, over their epochs. @param runs - from the oldest, at most MOST_CURVES */
export function runsFigure(runs: readonly RunRecord[], curve: RunCurve, texts: RunsTexts): DrawFigure {
  const epochs = Math.max(1, ...runs.map(({ settings }) => settings.epochs));
  const marks = marksOf(runs.map(({ number }) => number));
  return (theme) => {
    const axis = { fixedrange: true, gridcolor: theme.line, zeroline: false } as const;
    const isDark = inkOn(theme.surface) === 'rgb(255, 255, 255)';
    const marked = runs.flatMap((run): MarkedRun[] => {
      const mark = marks.get(run.number);
      return mark ? [{ run, mark, color: isDark ? mark.dark : mark.light }] : [];
    });
    return {
      data: marked.map((one) => trace(one, curve, texts)),
      layout: {
        margin: { l: 52, r: 16, t: 8, b: 38 },
        hovermode: 'closest',
        showlegend: false,
        xaxis: { ...axis, range: [0, epochs * 1.02], title: { text: texts.epoch }, ...epochTicks(epochs) },
        yaxis: {
          ...axis,
          nticks: 5,
          ...(curve === 'validationAccuracy'
            ? { tickformat: SHARES.trimmed, range: accuracyRange(runs) }
            : { tickformat: '.2~f', rangemode: 'tozero' }),
        },
        ...changeLines(marked, texts, theme.surface),
      },
    };
  };
}

/** Whole epochs alone; from so many on, Plotly takes whole ones by itself. */
const MOST_TICKS = 8;
const epochTicks = (epochs: number) => (epochs <= MOST_TICKS ? { dtick: 1 } : { nticks: MOST_TICKS });

interface MarkedRun {
  readonly run: RunRecord;
  readonly mark: RunMark;
  /** In the scheme of the page. */
  readonly color: string;
}

/** Of what there is room for above and below the curves; no accuracy lies outside 0 and 1. */
const ROOM = 0.1;
const LEAST_ROOM = 0.002;

function accuracyRange(runs: readonly RunRecord[]): [number, number] {
  const values = runs.flatMap((run) => pointsOf(run, 'validationAccuracy').y);
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(LEAST_ROOM, ROOM * (most - least));
  return [Math.max(0, least - room), Math.min(1, most + room)];
}

function trace({ run, mark, color }: MarkedRun, curve: RunCurve, texts: RunsTexts): Figure['data'][number] {
  const { x, y } = pointsOf(run, curve);
  const format = curve === 'validationAccuracy' ? `:${SHARES.hundredths}` : ':.3f';
  return {
    type: 'scatter',
    name: String(run.number),
    mode: curve === 'trainingLoss' ? 'lines' : 'lines+markers',
    x,
    y,
    hovertemplate: `${texts.point(run, `%{y${format}}`)}<extra></extra>`,
    line: { color, width: 1.8, dash: mark.dash },
    marker: { color, size: 7, symbol: mark.symbol, ...THINNED },
    cliponaxis: false,
  };
}

/** Upright lines where a setting of a run became another, in the run's colour. */
function changeLines(
  runs: readonly MarkedRun[],
  texts: RunsTexts,
  surface: string,
): Required<Pick<Figure['layout'], 'shapes' | 'annotations'>> {
  const lines = runs.flatMap(({ run, mark, color }) => {
    const batchesPerEpoch = batchesPerEpochOf(run);
    return shownChanges(run.changes).map((change) => ({
      at: (change.batch - 1) / batchesPerEpoch,
      line: { color, width: 1, dash: mark.dash },
      hovertext: texts.change(run, change),
    }));
  });
  return {
    shapes: lines.map(({ at, line }) => ({
      type: 'line',
      yref: 'paper',
      ...{ x0: at, x1: at, y0: 0, y1: 1 },
      line,
    })),
    annotations: lines.map(({ at, line: { color }, hovertext }) => ({
      ...{ x: at, y: 1, yref: 'paper', yanchor: 'top', showarrow: false, text: '▾', hovertext },
      font: { color, size: 12 },
      bgcolor: surface,
    })),
  };
}

/** @returns epochs, and the values at them */
export function pointsOf({ curves }: RunRecord, curve: RunCurve): { x: number[]; y: number[] } {
  if (curve === 'trainingLoss') {
    const points = curves.trainingLoss;
    return { x: points.map(({ epoch }) => epoch), y: points.map(({ value }) => value) };
  }
  const values = curves[curve];
  return { x: values.map((_, i) => i + 1), y: [...values] };
}
