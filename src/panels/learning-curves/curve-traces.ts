import { type Figure, THINNED } from '../../charts/figure';
import { SHARES } from '../../charts/number-locale';
import type { ChartTheme } from '../../charts/theme';
import { aboveZero, type Curve, type CurveRun, curveValue, trainingPoints } from './curve-points';
import type { CurveTexts } from './curve-texts';
import type { CurveView } from './curve-view';

export type Trace = Figure['data'][number];

/** What all lines of a plot share. */
export interface Drawing {
  readonly curve: Curve;
  readonly view: CurveView;
  readonly theme: ChartTheme;
  readonly texts: CurveTexts;
}

/** Where Plotly is to write a value, and how. */
const FORMAT: Record<Curve, string> = {
  loss: ':.3f',
  accuracy: `:${SHARES.tenths}`,
  error: `:${SHARES.hundredths}`,
};

/** Names of the traces, for those who read the figure; the page shows none of them. */
export const TRACE = {
  rate: 'learning rate',
  before: 'run before',
  marksBefore: 'validation of the run before',
  raw: 'training, raw',
  training: 'training',
  validation: 'validation',
} as const;

const onAxis = ({ view }: Drawing, values: readonly number[]) => (view.log ? aboveZero(values) : [...values]);

/** Training; where it is smoothed, faint behind it what it was made of. */
export function trainingTraces(drawing: Drawing, run: CurveRun): Trace[] {
  const { curve, view, theme, texts } = drawing;
  const { x, first, raw, smoothed } = trainingPoints(curve, run, view);
  const isSmoothed = view.by === 'batch' && view.smoothing > 1;
  const sentence = texts.training({
    value: `%{customdata[1]${FORMAT[curve]}}`,
    raw: isSmoothed ? `%{customdata[2]${FORMAT[curve]}}` : undefined,
    first: '%{customdata[0]}',
    last: '%{x}',
    single: (x[0] ?? 1) === 1,
  });
  const line: Trace = {
    name: TRACE.training,
    type: 'scatter',
    mode: view.by === 'epoch' ? 'lines+markers' : 'lines',
    x,
    y: onAxis(drawing, smoothed),
    customdata: smoothed.map((value, i) => [first[i] ?? 0, value, raw[i] ?? 0]),
    hovertemplate: `${sentence}<extra></extra>`,
    line: { color: theme.train, width: 1.6 },
    // Square, so that colour is not all that tells them from the marks of the validation.
    marker: { color: theme.train, size: 6, symbol: 'square', ...THINNED },
    cliponaxis: view.by === 'batch',
  };
  if (!isSmoothed) return [line];
  const behind: Trace = {
    name: TRACE.raw,
    type: 'scatter',
    mode: 'lines',
    x,
    y: onAxis(drawing, raw),
    hoverinfo: 'skip',
    opacity: 0.3,
    line: { color: theme.train, width: 1 },
  };
  return [behind, line];
}

export function validationTrace(drawing: Drawing, { validation, batchesPerEpoch }: CurveRun): Trace {
  const { theme, texts } = drawing;
  return {
    ...epochMarks(drawing, validation, batchesPerEpoch, texts.validation),
    name: TRACE.validation,
    mode: 'lines+markers',
    line: { color: theme.valid, width: 1.6, dash: 'dash' },
    marker: { color: theme.valid, size: 7, symbol: 'circle', ...THINNED },
  };
}

/** One mark an epoch, with what the pointer is told. */
function epochMarks(
  drawing: Drawing,
  validation: CurveRun['validation'],
  batchesPerEpoch: number,
  tell: (value: string, epoch: number) => string,
) {
  const { curve, texts } = drawing;
  const values = validation.map((evaluation) => curveValue(curve, evaluation));
  return {
    type: 'scatter' as const,
    x: values.map((_, i) => (i + 1) * batchesPerEpoch),
    y: onAxis(drawing, values),
    text: values.map((value, i) => tell(texts.value(value), i + 1)),
    hovertemplate: '%{text}<extra></extra>',
    // The last one stands on the edge of the plot.
    cliponaxis: false,
  };
}

/**
 * The run before, training and validation, epoch over epoch also where the batches of the two are of different size.
 * @param batchesPerEpoch - of the axis
 */
export function tracesBefore(drawing: Drawing, before: CurveRun, batchesPerEpoch: number): Trace[] {
  const { curve, theme, texts, view } = drawing;
  const { x, smoothed } = trainingPoints(curve, before, view);
  const scale = batchesPerEpoch / before.batchesPerEpoch;
  return [
    {
      name: TRACE.before,
      type: 'scatter',
      mode: 'lines',
      x: x.map((batch) => batch * scale),
      y: onAxis(drawing, smoothed),
      hoverinfo: 'skip',
      opacity: 0.8,
      line: { color: theme.muted, width: 1.2, dash: 'dot' },
    },
    {
      ...epochMarks(drawing, before.validation, batchesPerEpoch, texts.validationBefore),
      name: TRACE.marksBefore,
      mode: 'markers',
      marker: { color: theme.muted, size: 7, symbol: 'circle-open', line: { width: 1.4 }, ...THINNED },
    },
  ];
}
