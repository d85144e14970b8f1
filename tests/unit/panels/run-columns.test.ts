import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { columnsOf, type RunColumn, sortRuns } from '../../../src/panels/runs/run-columns';
import { settingsApart } from '../../../src/panels/runs/settings-apart';
import type { RunRecord } from '../../../src/state/history/run-record';

const reading = (right: number) => ({ images: 100, right, loss: 1 - right / 100, bits: undefined });

/** The higher its number, the later it began; all else differs in other orders. */
const run = (number: number, patch: Partial<RunRecord>): RunRecord => ({
  ...{ id: `run ${number}`, number, settings: { ...DEFAULT_SETTINGS, seed: 10 - number } },
  ...{ data: { version: 1, official: false, areDigits: true, train: 100 }, end: 'finished', note: '' },
  ...{ backend: 'wasm', trainStep: 'fast', startedAt: number, seconds: 30 - number, epochs: number },
  ...{ validation: reading(50), test: undefined, changes: [], ending: undefined },
  curves: { trainingLoss: [], validationLoss: [], validationAccuracy: [] },
  ...patch,
});
const first = run(1, { test: reading(80), validation: reading(70), note: 'b' });
const second = run(2, { validation: reading(90), end: 'stopped', trainStep: 'reference' });
const third = run(3, { test: reading(60), validation: undefined, note: 'a', backend: 'cpu' });
const runs = [first, second, third];

const by = { baseRun: first, changes: ({ id }: RunRecord) => id, kept: ({ number }: RunRecord) => -number };
const sorted = (column: RunColumn, isDescending: boolean) =>
  sortRuns(runs, { column, isDescending }, by).map(({ number }) => number);

it.each<[RunColumn, number[], number[]]>([
  ['run', [1, 2, 3], [3, 2, 1]],
  ['changed', [1, 2, 3], [3, 2, 1]],
  ['validation', [1, 2, 3], [2, 1, 3]],
  ['accuracy', [3, 1, 2], [1, 3, 2]],
  ['difference', [3, 1, 2], [1, 3, 2]],
  ['loss', [1, 3, 2], [3, 1, 2]],
  ['epochs', [1, 2, 3], [3, 2, 1]],
  ['kept', [3, 2, 1], [1, 2, 3]],
  ['seconds', [3, 2, 1], [1, 2, 3]],
  ['started', [1, 2, 3], [3, 2, 1]],
  ['seed', [3, 2, 1], [1, 2, 3]],
  ['step', [3, 1, 2], [2, 1, 3]],
  ['end', [3, 1, 2], [2, 3, 1]],
  ['note', [3, 1, 2], [1, 3, 2]],
])('sorts by %s, and puts runs without one last', (column, rising, falling) => {
  expect(sorted(column, false)).toEqual(rising);
  expect(sorted(column, true)).toEqual(falling);
});

it('sorts by every column', () => {
  for (const column of columnsOf(true)) expect(sorted(column, true)).toHaveLength(3);
});

it('names only the settings that are not the same in all runs', () => {
  const base = DEFAULT_SETTINGS;
  expect(settingsApart([base, { ...base, seed: 5 }, { ...base, epochs: 9 }]).toSorted()).toEqual([
    'epochs',
    'seed',
  ]);
  // Where it was computed changes no result.
  expect(settingsApart([base, { ...base, backend: 'cpu' }])).toEqual([]);
  expect(settingsApart([])).toEqual([]);
});
