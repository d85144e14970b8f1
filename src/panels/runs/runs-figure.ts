import { inkOn } from '../../charts/colour';
import type { DrawFigure, Figure } from '../../charts/figure';
import type { RunRecord } from '../../state/history/run-record';
import { markOf } from './run-marks';

export const CURVES = ['validationAccuracy', 'validationLoss', 'trainingLoss'] as const;
export type RunCurve = (typeof CURVES)[number];

interface RunsTexts {
  /** What the pointer is told of a value of a run. */
  readonly point: (run: RunRecord, value: string) => string;
  readonly epoch: string;
}

/** One curve of several runs over each other, over their epochs. */
export function runsFigure(runs: readonly RunRecord[], curve: RunCurve, texts: RunsTexts): DrawFigure {
  const epochs = Math.max(1, ...runs.map(({ settings }) => settings.epochs));
  const isAccuracy = curve === 'validationAccuracy';
  return (theme) => {
    const axis = { fixedrange: true, gridcolor: theme.line, zeroline: false } as const;
    const isDark = inkOn(theme.surface) === 'rgb(255, 255, 255)';
    return {
      data: runs.map((run) => trace(run, curve, isDark, texts)),
      layout: {
        margin: { l: 48, r: 16, t: 8, b: 38 },
        hovermode: 'closest',
        showlegend: false,
        xaxis: { ...axis, range: [0, epochs * 1.02], title: { text: texts.epoch }, nticks: 8 },
        yaxis: {
          ...axis,
          nticks: 5,
          tickformat: isAccuracy ? '.1~%' : '.2~f',
          ...(isAccuracy ? {} : { rangemode: 'tozero' }),
        },
      },
    };
  };
}

function trace(run: RunRecord, curve: RunCurve, isDark: boolean, texts: RunsTexts): Figure['data'][number] {
  const mark = markOf(run.number);
  const color = isDark ? mark.dark : mark.light;
  const { x, y } = pointsOf(run, curve);
  const format = curve === 'validationAccuracy' ? ':.2%' : ':.3f';
  return {
    type: 'scatter',
    mode: curve === 'trainingLoss' ? 'lines' : 'lines+markers',
    x,
    y,
    hovertemplate: `${texts.point(run, `%{y${format}}`)}<extra></extra>`,
    line: { color, width: 1.8, dash: mark.dash },
    marker: { color, size: 7, symbol: mark.symbol },
    cliponaxis: false,
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
