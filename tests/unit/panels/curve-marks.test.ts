import { expect, it } from 'vitest';
import type { ChartTheme } from '../../../src/charts/theme';
import { INITIAL_SETTINGS } from '../../../src/model/settings';
import { runMarks } from '../../../src/panels/learning-curves/curve-marks';
import { rateOfRun } from '../../../src/panels/learning-curves/rate-trace';
import { shownChanges } from '../../../src/panels/shared/shown-changes';
import type { RunChange } from '../../../src/protocol/run';

const theme = { muted: 'rgb(1, 1, 1)', valid: 'rgb(2, 2, 2)' } as ChartTheme;
const texts = {
  change: ({ name, batch, from, to }: RunChange) => `${batch}: ${name} ${from} to ${to}`,
  kept: (epoch: number) => `kept ${epoch}`,
};
const rate = (batch: number, from: number, to: number): RunChange => ({
  name: 'learningRate',
  batch,
  from,
  to,
});
const dropout = (batch: number, from: number, to: number): RunChange => ({
  name: 'dropout',
  batch,
  from,
  to,
});
const marksOf = (run: Parameters<typeof runMarks>[0], ...given: [ChartTheme, typeof texts]) => {
  const { shapes, annotations } = runMarks(run, ...given, 1000);
  return shapes.map(({ x0, x1 }, i) => [x0, x1, annotations[i]?.hovertext]);
};

it('marks where a setting became another, with what it was and is', () => {
  const changes = [rate(40, 0.01, 0.02), dropout(41, 0, 0.5)];
  expect(marksOf({ changes, ending: undefined, batchesPerEpoch: 100 }, theme, texts)).toEqual([
    [40, 40, '40: learningRate 0.01 to 0.02'],
    [41, 41, '41: dropout 0 to 0.5'],
  ]);
});

it('shows the way of a slider as one change, and not what was changed again later', () => {
  const drag = [rate(10, 1, 2), dropout(12, 0, 0.1), rate(14, 2, 3), rate(24, 3, 4)];
  expect(shownChanges([...drag, rate(40, 4, 5)])).toEqual([
    dropout(12, 0, 0.1),
    rate(24, 1, 4),
    rate(40, 4, 5),
  ]);
});

it('marks the epoch that was kept, where a later one was trained', () => {
  const of = (keptEpoch: number) => {
    const ending = { reason: 'patience', epochs: 10, keptEpoch } as const;
    return marksOf({ changes: [], ending, batchesPerEpoch: 100 }, theme, texts);
  };
  expect(of(7)).toEqual([[700, 700, 'kept 7']]);
  expect(of(10)).toEqual([]);
});

it('writes above the plot, where no curve is, and never over its edge', () => {
  const of = (keptEpoch: number) => {
    const ending = { reason: 'patience', epochs: 10, keptEpoch } as const;
    return runMarks({ changes: [], ending, batchesPerEpoch: 100 }, theme, texts, 1000).annotations[0];
  };
  expect(of(1)).toMatchObject({ y: 1, yanchor: 'bottom', xanchor: 'left' });
  expect(of(9)).toMatchObject({ y: 1, yanchor: 'bottom', xanchor: 'right' });
});

it('follows the schedule under another peak from the batch of a change on', () => {
  const settings = { ...INITIAL_SETTINGS, schedule: 'cosine', learningRate: 1, epochs: 2 } as const;
  const plan = { settings, changes: [rate(101, 1, 3)], batchesPerEpoch: 100 };
  expect(rateOfRun(plan, 100)).toBeCloseTo(0.508, 3);
  expect(rateOfRun(plan, 101)).toBeCloseTo(1.5, 10);
});
