import { decimate } from '../../charts/decimate';
import type { DrawFigure, Figure } from '../../charts/figure';
import type { ChartTheme } from '../../charts/theme';
import type { RunState } from '../../state/lab-state';
import { epochTicks } from './epoch-ticks';

/** Points of one line: about one for each pixel it is drawn on, and a redraw stays far below 50 ms. */
const MAX_POINTS = 300;
/** Epoch labels that fit beside each other in the narrowest place, a phone. */
const MOST_TICKS = 4;
/** Top of the loss axis before there is a loss: that of guessing is ln 10 = 2.3. */
const EMPTY_LOSS = 2.5;

export type Curve = 'loss' | 'accuracy';
/** Where Plotly is to write a value, and how. */
const PLACEHOLDER: Record<Curve, string> = { loss: '%{y:.3f}', accuracy: '%{y:.1%}' };
export type CurveRun = Pick<RunState, 'batches' | 'validation' | 'batchesPerEpoch'>;

/** Sentences for the pointer and the axis. */
export interface CurveTexts {
  /**
   * For all points of the line at once, since making a sentence for each takes longer than drawing them: value and
   * batches are Plotly's own placeholders.
   * @param single - a point is one batch, not the mean of several
   */
  readonly training: (value: string, first: string, last: string, single: boolean) => string;
  readonly validation: (value: string, epoch: number) => string;
  readonly tick: (batch: number, epoch: number) => string;
  readonly value: (value: number) => string;
}

/**
 * Loss or accuracy over the batches of the whole run: training as a thin line, each point the mean of a few batches;
 * validation as marks at the ends of the epochs; the run before as a faint line.
 * @param epochs - of the whole run
 */
export function curvesFigure(
  curve: Curve,
  run: CurveRun,
  before: CurveRun | undefined,
  epochs: number,
  texts: CurveTexts,
): DrawFigure {
  return (theme) => ({
    data: [
      trainingLine(curve, run, theme, texts),
      validationMarks(curve, run, theme, texts),
      ...(before ? [lineBefore(curve, run, before, theme)] : []),
    ],
    layout: layout(curve, run, epochs, theme, texts),
  });
}

function trainingLine(
  curve: Curve,
  { batches }: CurveRun,
  theme: ChartTheme,
  texts: CurveTexts,
): Figure['data'][number] {
  const { bucket, x, y } = decimate(batches[curve], MAX_POINTS);
  return {
    type: 'scatter',
    mode: 'lines',
    x,
    y,
    customdata: y.map((_, i) => i * bucket + 1),
    hovertemplate: `${texts.training(PLACEHOLDER[curve], '%{customdata}', '%{x}', bucket === 1)}<extra></extra>`,
    line: { color: theme.train, width: 1.4 },
  };
}

/** Epoch over epoch, also where the batches of the two runs are of different size. */
function lineBefore(
  curve: Curve,
  run: CurveRun,
  before: CurveRun,
  theme: ChartTheme,
): Figure['data'][number] {
  const { x, y } = decimate(before.batches[curve], MAX_POINTS);
  const scale = (run.batchesPerEpoch || before.batchesPerEpoch) / before.batchesPerEpoch;
  return {
    type: 'scatter',
    mode: 'lines',
    x: x.map((batch) => batch * scale),
    y,
    hoverinfo: 'skip',
    opacity: 0.8,
    line: { color: theme.muted, width: 1.2, dash: 'dot' },
  };
}

function validationMarks(
  curve: Curve,
  { validation, batchesPerEpoch }: CurveRun,
  theme: ChartTheme,
  texts: CurveTexts,
): Figure['data'][number] {
  const values = validation.map((evaluation) => evaluation[curve]);
  return {
    type: 'scatter',
    mode: 'lines+markers',
    x: values.map((_, i) => (i + 1) * batchesPerEpoch),
    y: values,
    text: values.map((value, i) => texts.validation(texts.value(value), i + 1)),
    hovertemplate: '%{text}<extra></extra>',
    line: { color: theme.valid, width: 1.6, dash: 'dash' },
    marker: { color: theme.valid, size: 7, symbol: 'circle' },
    // The last one stands on the edge of the plot.
    cliponaxis: false,
  };
}

function layout(
  curve: Curve,
  { batches, batchesPerEpoch }: CurveRun,
  epochs: number,
  theme: ChartTheme,
  texts: CurveTexts,
): Figure['layout'] {
  const last = Math.max(1, batches.length, epochs * batchesPerEpoch);
  const ticks = batchesPerEpoch > 0 ? epochTicks(epochs, batchesPerEpoch, MOST_TICKS) : [];
  const empty = batches.length === 0;
  const axis = { fixedrange: true, gridcolor: theme.line, zeroline: false } as const;
  return {
    // On the right, room for half of the last tick's label, which Plotly hides otherwise.
    margin: { l: 44, r: 28, t: 6, b: 34 },
    hovermode: 'closest',
    xaxis: {
      ...axis,
      range: [0, last],
      griddash: 'dot',
      tickmode: 'array',
      tickvals: ticks.map((tick) => tick.batch),
      ticktext: ticks.map((tick) => texts.tick(tick.batch, tick.epoch)),
    },
    yaxis: {
      ...axis,
      nticks: 4,
      showticklabels: !empty,
      tickformat: curve === 'loss' ? '.2~f' : '.0%',
      ...valueRange(curve, empty),
    },
  };
}

function valueRange(curve: Curve, empty: boolean): Partial<NonNullable<Figure['layout']['yaxis']>> {
  if (curve === 'accuracy') return { range: [0, 1.02] };
  return empty ? { range: [0, EMPTY_LOSS] } : { rangemode: 'tozero' };
}
