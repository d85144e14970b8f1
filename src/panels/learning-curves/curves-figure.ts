import { type DrawFigure, type Figure, UNMEASURED } from '../../charts/figure';
import { SHARES } from '../../charts/number-locale';
import type { Scheduled } from '../../model/schedule';
import { hasMarks, type MarkedRun, ROOM_FOR_MARKS, runMarks } from './curve-marks';
import type { Curve, CurveRun } from './curve-points';
import type { CurveTexts } from './curve-texts';
import { type Drawing, tracesBefore, trainingTraces, validationTrace } from './curve-traces';
import type { CurveView } from './curve-view';
import { epochTicks } from './epoch-ticks';
import { type RatePlan, rateTrace } from './rate-trace';

/** Epoch labels that fit beside each other in the narrowest place, a phone. */
const MOST_TICKS = 4;
/** Top of the loss axis before there is a loss: that of guessing is ln 10 = 2.3. */
const EMPTY_LOSS = 2.5;

/** What one plot shows. */
interface Plotted {
  readonly curve: Curve;
  readonly view: CurveView;
  readonly run: CurveRun & MarkedRun;
  readonly before: CurveRun | undefined;
  /** Of the run in sight, as it began. */
  readonly settings: Scheduled;
}

/**
 * Loss, accuracy or error rate over the batches of the whole run: training as a line, validation as marks at the ends
 * of the epochs, the run before beneath both, and on the loss the learning rate on a second axis.
 */
export function curvesFigure(plotted: Plotted, texts: CurveTexts): DrawFigure {
  const { run, before, settings, curve, view } = plotted;
  const batchesPerEpoch = run.batchesPerEpoch || (before?.batchesPerEpoch ?? 0);
  const plan = { settings, changes: run.changes, batchesPerEpoch };
  const withRate = curve === 'loss' && view.rate && batchesPerEpoch > 0;
  return (theme) => {
    const drawing: Drawing = { curve, view, theme, texts };
    const lines = [
      ...(before ? tracesBefore(drawing, before, batchesPerEpoch) : []),
      ...trainingTraces(drawing, run),
      validationTrace(drawing, run),
    ];
    const common = layout(plotted, batchesPerEpoch, drawing);
    return {
      data: withRate ? [rateTrace(drawing, plan), ...lines] : lines,
      layout: {
        ...common,
        ...runMarks(run, theme, texts, lastBatch(plotted, batchesPerEpoch)),
        ...(view.log && { yaxis: { ...common.yaxis, ...logTicks(lines) } }),
        ...(withRate && { yaxis2: rateAxis(plan, texts) }),
      },
    };
  };
}

function layout(plotted: Plotted, batchesPerEpoch: number, { theme, texts }: Drawing): Figure['layout'] {
  const { curve, run, before, view } = plotted;
  const shownEpochs = epochsShown(plotted);
  const ticks = batchesPerEpoch > 0 ? epochTicks(shownEpochs, batchesPerEpoch, MOST_TICKS) : [];
  const empty = run.batches.length === 0 && !before;
  const axis = { fixedrange: true, gridcolor: theme.line, zeroline: false, ...UNMEASURED } as const;
  return {
    // On the right, room for the second axis, and for half of the last tick's label.
    margin: { l: 44, r: 44, t: hasMarks(run) ? ROOM_FOR_MARKS : 6, b: 34 },
    hovermode: 'closest',
    xaxis: {
      ...axis,
      range: [0, lastBatch(plotted, batchesPerEpoch)],
      griddash: 'dot',
      tickmode: 'array',
      tickvals: ticks.map((tick) => tick.batch),
      ticktext: ticks.map((tick) => texts.tick(tick.batch, tick.epoch)),
    },
    yaxis: {
      ...axis,
      nticks: 4,
      showticklabels: !empty,
      tickformat: curve === 'loss' ? '.2~f' : view.log ? SHARES.trimmed : SHARES.whole,
      ...valueRange(curve, view, empty),
    },
  };
}

function epochsShown({ before, settings: { epochs } }: Pick<Plotted, 'before' | 'settings'>): number {
  const epochsBefore = before ? Math.ceil(before.batches.length / before.batchesPerEpoch) : 0;
  return Math.max(epochs, epochsBefore);
}

/** Where the axis ends. */
const lastBatch = (plotted: Plotted, batchesPerEpoch: number): number =>
  Math.max(1, plotted.run.batches.length, epochsShown(plotted) * batchesPerEpoch);

/** From 0, without a tick: on the right edge stands the last mark of the validation. Above the peak, room for the chart's menu. */
function rateAxis(
  { settings, changes }: RatePlan,
  texts: CurveTexts,
): NonNullable<Figure['layout']['yaxis2']> {
  const peaks = changes.flatMap(({ name, to }) => (name === 'learningRate' ? [to] : []));
  const learningRate = Math.max(settings.learningRate, ...peaks);
  return {
    overlaying: 'y',
    side: 'right',
    range: [0, learningRate * 1.25],
    fixedrange: true,
    showgrid: false,
    zeroline: false,
    ...UNMEASURED,
    tickmode: 'array',
    tickvals: [learningRate],
    ticktext: [texts.rateTick(learningRate)],
  };
}

/** 1, 2 and 5 of each decade where there is room for them; of a small part of one, what Plotly finds. */
function logTicks(lines: Figure['data']): { dtick?: string | number } {
  const values = lines
    .flatMap((line) => ('y' in line ? (line.y as (number | null)[]) : []))
    .filter((value) => value !== null);
  const decades = Math.log10(Math.max(...values) / Math.min(...values));
  if (!(decades > 0.5)) return {};
  return { dtick: decades > 2.5 ? 1 : 'D2' };
}

function valueRange(
  curve: Curve,
  { log }: CurveView,
  empty: boolean,
): Partial<NonNullable<Figure['layout']['yaxis']>> {
  if (empty) return { range: [0, curve === 'loss' ? EMPTY_LOSS : 1.02] };
  if (log) return { type: 'log', autorange: true, tickformat: curve === 'loss' ? '.2~g' : SHARES.trimmed };
  return curve === 'accuracy' ? { range: [0, 1.02] } : { rangemode: 'tozero' };
}
