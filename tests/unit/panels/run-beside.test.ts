import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, PRESETS } from '../../../src/model/presets';
import type { Settings } from '../../../src/model/settings';
import { runBeside } from '../../../src/panels/as-reported/run-beside';
import { initialState } from '../../../src/state/reducer';
import type { RunState } from '../../../src/state/run/run-state';

const preset: Settings = { ...DEFAULT_SETTINGS, ...PRESETS['from-scratch-cnn'] };
const test = { images: 10_000, accuracy: 0.9, loss: 0.3, confusion: [] };
const data = { version: 1, official: true, areDigits: true, train: 55_000 };
const beside = (patch: Partial<RunState>) =>
  runBeside({ run: { ...initialState(preset, []).run, ...patch } }, 'from-scratch-cnn');
const finished = { phase: 'finished', settings: preset, data, test } as const;

it('has no run before there is one', () => {
  expect(beside({}).status).toBe('none');
});

it('waits for the test of a run that is under way', () => {
  expect(beside({ phase: 'running', settings: preset }).status).toBe('under-way');
});

it('does not compare a run of another network', () => {
  const settings = { ...DEFAULT_SETTINGS, ...PRESETS['notebook-cnn'] };
  expect(beside({ ...finished, settings })).toEqual({ status: 'other-network', preset: 'notebook-cnn' });
});

it('compares a tested run, and says whether it was on MNIST and as the preset has it', () => {
  expect(beside(finished)).toEqual({
    status: 'tested',
    test,
    settings: preset,
    isMnist: true,
    areDigits: true,
    changed: [],
  });
  expect(beside({ ...finished, data: { ...data, official: false } })).toMatchObject({ isMnist: false });
  expect(beside({ ...finished, settings: { ...preset, epochs: 3, seed: 8 } })).toMatchObject({
    changed: ['epochs'],
  });
});

it('says that a run saw fewer images, or others', () => {
  expect(beside({ ...finished, settings: { ...preset, trainingImages: 2000 } })).toMatchObject({
    changed: ['trainingImages'],
  });
  expect(beside({ ...finished, settings: { ...preset, syntheticShare: 0.5 } })).toMatchObject({
    changed: ['syntheticShare'],
  });
});
