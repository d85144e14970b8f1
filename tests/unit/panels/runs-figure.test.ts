import { expect, it } from 'vitest';
import type { ChartTheme } from '../../../src/charts/theme';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { runsFigure } from '../../../src/panels/runs/runs-figure';
import type { RunChange } from '../../../src/protocol/run';
import type { RunRecord } from '../../../src/state/history/run-record';

const theme = { surface: 'rgb(255, 255, 255)', line: 'rgb(9, 9, 9)' } as ChartTheme;
const texts = {
  point: () => '',
  change: ({ number }: RunRecord, { name, batch }: RunChange) => `${number}: ${name} at ${batch}`,
  epoch: 'epoch',
};
/** A run of batches of 100, a hundred an epoch. */
const run = (number: number, accuracies: readonly number[], changes: readonly RunChange[] = []) =>
  ({
    number,
    settings: { ...DEFAULT_SETTINGS, epochs: 4, batchSize: 100, trainingImages: 10_000 },
    changes,
    data: undefined,
    curves: { trainingLoss: [], validationLoss: [], validationAccuracy: accuracies },
  }) as unknown as RunRecord;
const layout = (...runs: RunRecord[]) => runsFigure(runs, 'validationAccuracy', texts)(theme).layout;

it.each([[[0.97, 0.999, 1]], [[1]], [[0, 0.5]], [[0.9998]]])(
  'shows accuracies of %s within 0 and 100 %%, with room around them where there is some',
  (accuracies) => {
    const [low = Number.NaN, high = Number.NaN] = (layout(run(1, accuracies)).yaxis?.range ?? []) as number[];
    const [least, most] = [Math.min(...accuracies), Math.max(...accuracies)];
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
    expect(low < least || least === 0).toBe(true);
    expect(high > most || most === 1).toBe(true);
  },
);

it('marks what was changed on the way of each run, in its colour, at the batch', () => {
  const change = { name: 'learningRate', batch: 151, from: 0.01, to: 0.002 } as const;
  const { shapes, annotations } = layout(run(1, [0.9]), run(2, [0.9], [change]));
  expect(shapes?.map(({ x0, x1 }) => [x0, x1])).toEqual([[1.5, 1.5]]);
  expect(annotations?.map(({ hovertext }) => hovertext)).toEqual(['2: learningRate at 151']);
  const [first, second] = runsFigure(
    [run(1, [0.9]), run(2, [0.9])],
    'validationAccuracy',
    texts,
  )(theme).data.map((one) => (one as { line: { color: string } }).line.color);
  expect(shapes?.[0]?.line?.color).toBe(second);
  expect(second).not.toBe(first);
});

it('has a tick at whole epochs alone, however few there are', () => {
  expect(layout(run(1, [0.9])).xaxis).toMatchObject({ dtick: 1 });
});
