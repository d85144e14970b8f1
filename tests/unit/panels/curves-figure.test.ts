import { describe, expect, it } from 'vitest';
import type { ChartTheme } from '../../../src/charts/theme';
import { type Curve, type CurveRun, curvesFigure } from '../../../src/panels/learning-curves/curves-figure';
import { epochTicks } from '../../../src/panels/learning-curves/epoch-ticks';
import { appendBatches, NO_BATCHES } from '../../../src/state/batch-log';

const theme = { train: 'rgb(0, 0, 255)', valid: 'rgb(255, 128, 0)' } as ChartTheme;
const texts = {
  training: (value: string, first: string, last: string, single: boolean) =>
    single ? `${value} in ${last}` : `${value} in ${first} to ${last}`,
  validation: (value: string, epoch: number) => `${value} after ${epoch}`,
  tick: (batch: number, epoch: number) => `${batch} ${epoch}`,
  value: (value: number) => value.toFixed(2),
};
const evaluation = (loss: number, accuracy: number) => ({ images: 5000, loss, accuracy, confusion: [] });
const run = (batches: number, validation: CurveRun['validation'] = []): CurveRun => ({
  batches: appendBatches(
    NO_BATCHES,
    Array.from({ length: batches }, (_, i) => ({ loss: 2 - i / 1000, accuracy: i / 1000 })),
  ),
  validation,
  batchesPerEpoch: 430,
});
const draw = (curve: Curve, of: CurveRun, epochs = 3, before?: CurveRun) =>
  curvesFigure(curve, of, before, epochs, texts)(theme);

describe('curvesFigure', () => {
  it('puts validation at the end of the epoch it was measured after', () => {
    const two = run(900, [evaluation(0.1, 0.97), evaluation(0.05, 0.98)]);
    expect(draw('loss', two).data[1]).toMatchObject({
      x: [430, 860],
      y: [0.1, 0.05],
      text: ['0.10 after 1', '0.05 after 2'],
    });
    expect(draw('accuracy', two).data[1]).toMatchObject({ x: [430, 860], y: [0.97, 0.98] });
  });

  it('lays the run before under this one, epoch over epoch', () => {
    const before = { ...run(4), batchesPerEpoch: 4 };
    const line = draw('accuracy', run(10), 3, before).data[2];
    expect(line).toMatchObject({ x: [107.5, 215, 322.5, 430] });
    expect(draw('accuracy', run(10)).data).toHaveLength(2);
    expect(draw('accuracy', run(0), 3, { ...before, batchesPerEpoch: 4 }).data).toHaveLength(3);
  });

  it('tells training and validation apart without colour', () => {
    const { data } = draw('loss', run(10, [evaluation(0.1, 0.97)]));
    expect(data[0]).toMatchObject({ mode: 'lines' });
    expect(data[1]).toMatchObject({ mode: 'lines+markers', line: { dash: 'dash' } });
  });

  it('draws a long run in at most 400 points a line and says which batches a point is of', () => {
    const line = draw('loss', run(1290)).data[0] as { x: number[]; customdata: number[] };
    expect(line.x.length).toBeLessThanOrEqual(400);
    expect(line).toMatchObject({ hovertemplate: '%{y:.3f} in %{customdata} to %{x}<extra></extra>' });
    expect([line.customdata[0], line.x[0]]).toEqual([1, 8]);
    expect([line.customdata.at(-1), line.x.at(-1)]).toEqual([1289, 1290]);
  });

  it('speaks of a batch where each point is one', () => {
    expect(draw('accuracy', run(20)).data[0]).toMatchObject({
      hovertemplate: '%{y:.1%} in %{x}<extra></extra>',
    });
  });

  it('has room for the whole run from its first batch on', () => {
    expect(draw('accuracy', run(1)).layout.xaxis?.range).toEqual([0, 1290]);
  });

  it('marks the ends of the epochs on the axis of batches', () => {
    expect(draw('loss', run(1), 2).layout.xaxis?.ticktext).toEqual(['430 1', '860 2']);
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
