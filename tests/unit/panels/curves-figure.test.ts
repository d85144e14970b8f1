import { describe, expect, it } from 'vitest';
import type { ChartTheme } from '../../../src/charts/theme';
import { rateAt } from '../../../src/model/schedule';
import { INITIAL_SETTINGS } from '../../../src/model/settings';
import type { MarkedRun } from '../../../src/panels/learning-curves/curve-marks';
import { aboveZero, type Curve, type CurveRun } from '../../../src/panels/learning-curves/curve-points';
import type { CurveTexts } from '../../../src/panels/learning-curves/curve-texts';
import { TRACE } from '../../../src/panels/learning-curves/curve-traces';
import type { CurveView } from '../../../src/panels/learning-curves/curve-view';
import { curvesFigure } from '../../../src/panels/learning-curves/curves-figure';
import { epochTicks } from '../../../src/panels/learning-curves/epoch-ticks';
import { smooth } from '../../../src/panels/learning-curves/smooth';
import { appendBatches, NO_BATCHES } from '../../../src/state/run/batch-log';

const theme = { train: 'rgb(0, 0, 255)', valid: 'rgb(255, 128, 0)' } as ChartTheme;
const texts: CurveTexts = {
  training: ({ value, raw, first, last, single }) =>
    `${value}${raw ? ` from ${raw}` : ''} in ${single ? last : `${first} to ${last}`}`,
  rate: (value, batch) => `${value} at ${batch}`,
  validation: (value, epoch) => `${value} after ${epoch}`,
  validationBefore: (value, epoch) => `before: ${value} after ${epoch}`,
  tick: (batch, epoch) => `${batch} ${epoch}`,
  value: (value) => value.toFixed(2),
  rateTick: String,
  change: ({ name, batch, from, to }) => `${batch}: ${name} ${from} to ${to}`,
  kept: (epoch) => `kept ${epoch}`,
};
const plain: CurveView = { by: 'batch', smoothing: 1, log: false, rate: false };
const oneCycle = { ...INITIAL_SETTINGS, schedule: 'one-cycle', learningRate: 0.01 } as const;
const evaluation = (loss: number, accuracy: number) => ({ images: 5000, loss, accuracy, confusion: [] });
const run = (batches: number, validation: CurveRun['validation'] = []): CurveRun => ({
  batches: appendBatches(
    NO_BATCHES,
    Array.from({ length: batches }, (_, i) => ({ loss: 2 - i / 1000, accuracy: i / 1000 })),
  ),
  validation,
  batchesPerEpoch: 430,
});
interface Options {
  readonly epochs?: number;
  readonly before?: CurveRun;
  readonly view?: Partial<CurveView>;
}
const draw = (curve: Curve, of: CurveRun & Partial<MarkedRun>, { epochs = 3, before, view }: Options = {}) =>
  curvesFigure(
    {
      curve,
      view: { ...plain, ...view },
      run: { changes: [], ending: undefined, ...of },
      before,
      settings: { ...oneCycle, epochs },
    },
    texts,
  )(theme);
interface Line {
  readonly x: number[];
  readonly y: (number | null)[];
  readonly customdata: number[][];
}
const trace = (figure: ReturnType<typeof draw>, name: keyof typeof TRACE) =>
  figure.data.find((line) => line.name === TRACE[name]) as unknown as Line;

describe('curvesFigure', () => {
  it('puts validation at the end of the epoch it was measured after', () => {
    const two = run(900, [evaluation(0.1, 0.97), evaluation(0.05, 0.98)]);
    expect(trace(draw('loss', two), 'validation')).toMatchObject({
      x: [430, 860],
      y: [0.1, 0.05],
      text: ['0.10 after 1', '0.05 after 2'],
    });
    expect(trace(draw('accuracy', two), 'validation')).toMatchObject({ y: [0.97, 0.98] });
  });

  it('lays the run before under this one, epoch over epoch, with its validation', () => {
    const before = { ...run(4, [evaluation(0.1, 0.97)]), batchesPerEpoch: 4 };
    const figure = draw('accuracy', run(10), { before });
    expect(trace(figure, 'before')).toMatchObject({ x: [107.5, 215, 322.5, 430] });
    expect(trace(figure, 'marksBefore')).toMatchObject({
      x: [430],
      y: [0.97],
      text: ['before: 0.97 after 1'],
    });
    expect(figure.data.map(({ name }) => name).at(-1)).toBe(TRACE.validation);
    expect(trace(draw('accuracy', run(10)), 'before')).toBeUndefined();
  });

  it('shows a longer run before at its full length', () => {
    const before = run(430 * 8 + 1);
    const { layout } = draw('accuracy', run(430), { epochs: 2, before });
    expect(layout.xaxis?.range).toEqual([0, 430 * 9]);
    expect(layout.xaxis?.tickvals).toEqual([430 * 5]);
  });

  it('keeps the run before in sight while this one has no batch yet', () => {
    const before = { ...run(8), batchesPerEpoch: 4 };
    const { batches, validation } = run(0);
    const figure = draw('loss', { batches, validation, batchesPerEpoch: 0 }, { epochs: 2, before });
    expect(trace(figure, 'before').x.at(-1)).toBe(8);
    expect(figure.layout.xaxis?.range).toEqual([0, 8]);
  });

  it('tells training and validation apart without colour', () => {
    const done = run(10, [evaluation(0.1, 0.97)]);
    expect(trace(draw('loss', done), 'training')).toMatchObject({ mode: 'lines' });
    expect(trace(draw('loss', done), 'validation')).toMatchObject({ line: { dash: 'dash' } });
    const byEpoch = draw('loss', done, { view: { by: 'epoch' } });
    expect(trace(byEpoch, 'training')).toMatchObject({ marker: { symbol: 'square' } });
    expect(trace(byEpoch, 'validation')).toMatchObject({ marker: { symbol: 'circle' } });
  });

  it('draws a long run in at most 400 points a line and says which batches a point is of', () => {
    const line = trace(draw('loss', run(1290)), 'training');
    expect(line.x.length).toBeLessThanOrEqual(400);
    expect(line).toMatchObject({
      hovertemplate: '%{customdata[1]:.3f} in %{customdata[0]} to %{x}<extra></extra>',
    });
    expect([line.customdata[0]?.[0], line.x[0]]).toEqual([1, 8]);
    expect([line.customdata.at(-1)?.[0], line.x.at(-1)]).toEqual([1289, 1290]);
  });

  it('speaks of a batch where each point is one', () => {
    expect(trace(draw('accuracy', run(20)), 'training')).toMatchObject({
      hovertemplate: '%{customdata[1]:$.1%} in %{x}<extra></extra>',
    });
  });

  it('draws training by epochs as the mean of each, the one at work so far', () => {
    const { batches } = run(5);
    const line = trace(
      draw('accuracy', { batches, validation: [], batchesPerEpoch: 2 }, { view: { by: 'epoch' } }),
      'training',
    );
    expect(line.x).toEqual([2, 4, 5]);
    expect(line.y.map((value) => Math.round(10000 * (value ?? Number.NaN)))).toEqual([5, 25, 40]);
    expect(line.customdata.map(([first]) => first)).toEqual([1, 3, 5]);
  });

  it('keeps what was smoothed faint behind, with both on the pointer', () => {
    const figure = draw('loss', run(20), { view: { smoothing: 4 } });
    const raw = trace(figure, 'raw');
    const smoothed = trace(figure, 'training');
    expect(raw).toMatchObject({ opacity: 0.3, hoverinfo: 'skip' });
    expect(raw.y[19]).toBeCloseTo(1.981, 6);
    expect(smoothed.y[19]).toBeGreaterThan(1.981);
    expect(smoothed).toMatchObject({
      hovertemplate: '%{customdata[1]:.3f} from %{customdata[2]:.3f} in %{x}<extra></extra>',
    });
    expect(smoothed.customdata[19]?.[2]).toBeCloseTo(1.981, 6);
    expect(trace(draw('loss', run(20)), 'raw')).toBeUndefined();
    expect(trace(draw('loss', run(20), { view: { smoothing: 4, by: 'epoch' } }), 'raw')).toBeUndefined();
  });

  it('has a logarithmic axis for the loss and for the error rate', () => {
    const done = run(20, [evaluation(0.1, 0.97)]);
    const figure = draw('error', done, { view: { log: true } });
    expect(figure.layout.yaxis?.type).toBe('log');
    expect(trace(figure, 'validation').y[0]).toBeCloseTo(0.03, 12);
    expect(trace(figure, 'training').y[5]).toBeCloseTo(0.995, 6);
    expect(draw('loss', done, { view: { log: true } }).layout.yaxis?.type).toBe('log');
    expect(draw('loss', done).layout.yaxis?.type).toBeUndefined();
  });

  it('names decades on a long logarithmic axis, and values between them on a short one', () => {
    const ticks = (loss: number) =>
      draw('loss', run(1, [evaluation(loss, 0.9)]), { view: { log: true } }).layout.yaxis?.dtick;
    expect([0.0002, 0.02, 1.9].map(ticks)).toEqual([1, 'D2', undefined]);
  });

  it('draws the learning rate of the whole run on a second axis of the loss', () => {
    const figure = draw('loss', run(1), { view: { rate: true } });
    const { x, y } = trace(figure, 'rate');
    expect([x[0], x.at(-1)]).toEqual([1, 1290]);
    expect(y[0]).toBeCloseTo(0.0004, 12);
    expect(Math.max(...y.map(Number))).toBeCloseTo(0.01, 5);
    expect(trace(figure, 'rate')).toMatchObject({ yaxis: 'y2' });
    expect(figure.layout.yaxis2).toMatchObject({ overlaying: 'y', side: 'right', tickvals: [0.01] });
    expect(trace(draw('accuracy', run(1), { view: { rate: true } }), 'rate')).toBeUndefined();
  });

  it('has room for the whole run from its first batch on', () => {
    expect(draw('accuracy', run(1)).layout.xaxis?.range).toEqual([0, 1290]);
  });

  it('marks the ends of the epochs on the axis of batches', () => {
    expect(draw('loss', run(1), { epochs: 2 }).layout.xaxis?.ticktext).toEqual(['430 1', '860 2']);
  });
});

describe('smooth', () => {
  it('leaves a constant series as it is from its first value on', () => {
    for (const value of smooth([3, 3, 3], [1, 1, 1], 10)) expect(value).toBeCloseTo(3, 12);
  });

  it('changes nothing for a window of one batch', () => {
    expect(smooth([1, 5, 2], [1, 8, 1], 1)).toEqual([1, 5, 2]);
  });

  it('takes a mean of several batches for as many equal ones', () => {
    const one = smooth([1, 5, 5, 5, 2, 2], [1, 1, 1, 1, 1, 1], 6);
    const grouped = smooth([1, 5, 2], [1, 3, 2], 6);
    expect(grouped[1]).toBeCloseTo(one[3] ?? Number.NaN, 12);
    expect(grouped[2]).toBeCloseTo(one[5] ?? Number.NaN, 12);
  });

  it('forgets by the window: of a jump, 1 − 1/e is reached after one window', () => {
    const values = Array.from({ length: 2000 }, (_, i) => (i < 1900 ? 0 : 1));
    expect(smooth(values, Array(2000).fill(1), 100).at(-1)).toBeCloseTo(1 - 1 / Math.E, 2);
  });
});

describe('aboveZero', () => {
  it('draws a value of 0 at half of the smallest above it', () => {
    expect(aboveZero([0.4, 0, 0.2])).toEqual([0.4, 0.1, 0.2]);
  });

  it('leaves out what has no place on a logarithmic axis', () => {
    expect(aboveZero([0, 0])).toEqual([null, null]);
    expect(aboveZero([Number.NaN, 1])).toEqual([null, 1]);
  });
});

describe('rateAt', () => {
  it('is that of the batch in its run', () => {
    const settings = { ...INITIAL_SETTINGS, schedule: 'cosine', learningRate: 0.1, epochs: 2 } as const;
    expect(rateAt(settings, 10, 1)).toBe(0.1);
    expect(rateAt(settings, 10, 11)).toBeCloseTo(0.05, 12);
  });
});

describe('epochTicks', () => {
  it('marks the end of each epoch where they fit', () => {
    expect(epochTicks(3, 430, 4)).toEqual([
      { epoch: 1, batch: 430 },
      { epoch: 2, batch: 860 },
      { epoch: 3, batch: 1290 },
    ]);
  });

  it('leaves out all but every n-th where they do not fit', () => {
    expect(epochTicks(100, 10, 4).map((tick) => tick.epoch)).toEqual([50, 100]);
    expect(epochTicks(7, 10, 4).map((tick) => tick.epoch)).toEqual([2, 4, 6]);
  });
});
