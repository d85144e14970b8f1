import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { NUMBERS } from '../../../src/model/settings';
import { type Sweep, trialsOf } from '../../../src/model/sweep';
import { newAxis, SWEPT } from '../../../src/panels/runs/sweeps/new-axis';
import { parallelOf } from '../../../src/panels/runs/sweeps/parallel-axes';
import { standingsOf } from '../../../src/panels/runs/sweeps/standings';
import type { TrialResult } from '../../../src/state/sweeps/sweeps-slice';

const SWEEP: Sweep = {
  base: { ...DEFAULT_SETTINGS, epochs: 9 },
  axes: [
    { setting: 'learningRate', from: 0.001, to: 0.1, steps: 3 },
    { setting: 'optimizer', options: ['adam', 'sgd'] },
  ],
  method: 'grid',
  draws: 6,
  halving: false,
};
const result = (trial: number, right: number | undefined, round = 0): TrialResult => ({
  ...{ trial, round, run: `run ${trial}` },
  validation: right === undefined ? undefined : { right, images: 100 },
  accuracy: right === undefined ? undefined : right / 100,
});
const standings = (sweep: Sweep, results: readonly TrialResult[]) =>
  standingsOf(sweep, trialsOf(sweep), results);
const words = {
  name: (setting: string) => setting,
  value: (_: string, value: number | string) => String(value),
  accuracyName: 'accuracy',
  accuracy: (share: number) => share.toFixed(2),
  read: ({ right }: { right: number }) => `${(right / 100).toFixed(2)} (about)`,
};

it('ranks trials by the round that they came to, and then by what they read right', () => {
  const sweep = { ...SWEEP, halving: true };
  const results = [result(0, 90), result(1, 99), result(2, undefined), result(3, 98), result(3, 97, 1)];
  const found = standings(sweep, results).map(({ result: { trial }, epochs }) => [trial, epochs]);
  expect(found).toEqual([
    [3, 9],
    [1, 3],
    [0, 3],
    [2, 3],
  ]);
});

it('draws a line a validated trial, where its values lie in the scale of each setting', () => {
  // 0.001 and Adam, 0.01 and SGD, 0.1 and Adam.
  const results = [result(0, 90), result(3, 98), result(4, 94), result(5, undefined)];
  const { axes, lines } = parallelOf(SWEEP, standings(SWEEP, results), words);
  expect(axes.map(({ name }) => name)).toEqual(['learningRate', 'optimizer', 'accuracy']);
  expect(axes.map(({ ticks }) => ticks.map(({ text }) => text))).toEqual([
    ['0.001', '0.01', '0.1'],
    ['adam', 'sgd'],
    ['0.90<br>(about)', '0.94<br>(about)', '0.98<br>(about)'],
  ]);
  // The best is drawn last, over the others.
  expect(lines.map(({ share }) => share)).toEqual([0, 0.5, 1].map((share) => expect.closeTo(share)));
  expect(lines.map(({ at }) => at)).toEqual([
    [0, 0, 0].map((at) => expect.closeTo(at)),
    [1, 0, 0.5].map((at) => expect.closeTo(at)),
    [0.5, 1, 1].map((at) => expect.closeTo(at)),
  ]);
  expect(lines.at(-1)?.text).toBe('learningRate 0.01<br>optimizer sgd<br>0.98 (about)');
});

it('has axes and no lines before the first result', () => {
  const { axes, lines } = parallelOf(SWEEP, [], words);
  expect(axes.map(({ ticks }) => ticks.length)).toEqual([3, 2, 0]);
  expect(lines).toEqual([]);
});

it('begins an axis around what is set now, within what the setting can be', () => {
  expect(newAxis('learningRate', { ...SWEEP.base, learningRate: 0.01 })).toMatchObject({
    from: 0.0025,
    to: 0.04,
  });
  expect(newAxis('momentum', { ...SWEEP.base, momentum: 0.9 })).toMatchObject({ from: 0.65, to: 0.99 });
  expect(newAxis('weightDecay', { ...SWEEP.base, weightDecay: 0 })).toMatchObject({ from: 1e-4, to: 0.01 });
  for (const name of SWEPT) {
    const axis = newAxis(name, SWEEP.base);
    if (!('from' in axis)) continue;
    const { min, max } = NUMBERS[axis.setting];
    expect(axis.from).toBeGreaterThanOrEqual(min);
    expect(axis.to).toBeLessThanOrEqual(max);
    expect(axis.from).toBeLessThan(axis.to);
  }
});

it('writes the middle of an axis as the value that is tried there', () => {
  const axes = [{ setting: 'dropout', from: 0, to: 0.25, steps: 3 }] as const;
  const [dropout] = parallelOf({ ...SWEEP, axes }, [], words).axes;
  expect(dropout?.ticks.map(({ text }) => text)).toEqual(['0', '0.125', '0.25']);
});
