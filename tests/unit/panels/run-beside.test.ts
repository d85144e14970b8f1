import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, PRESETS } from '../../../src/model/presets';
import type { Settings } from '../../../src/model/settings';
import { runBeside } from '../../../src/panels/as-reported/run-beside';
import type { RunRecord } from '../../../src/state/history/run-record';
import { initialState } from '../../../src/state/reducer';
import type { RunState } from '../../../src/state/run/run-state';

const preset: Settings = { ...DEFAULT_SETTINGS, ...PRESETS['from-scratch-cnn'] };
const test = { images: 10_000, accuracy: 0.9, loss: 0.3, confusion: [] };
const data = { version: 1, official: true, areDigits: true, train: 55_000 };
const beside = (patch: Partial<RunState>, runs: readonly RunRecord[] = []) =>
  runBeside({ run: { ...initialState(preset, []).run, ...patch }, runs }, 'from-scratch-cnn');
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
    earlier: undefined,
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

/** A run that is over: of this preset, and with 9,100 of 10,000 test images read right. */
const over = (patch: Partial<RunRecord>) =>
  ({
    ...{ id: 'r3', number: 3, startedAt: 1000, settings: preset, data, changes: [] },
    test: { images: 10_000, right: 9100, loss: 0.2, bits: undefined, confusion: [] },
    ...patch,
  }) as unknown as RunRecord;
const others = { ...DEFAULT_SETTINGS, ...PRESETS['notebook-cnn'] };

it('keeps the last tested run of the preset while another network trains', () => {
  const runs = [over({ number: 1 }), over({}), over({ number: 4, settings: others })];
  const besideOthers = beside({ phase: 'running', settings: others }, runs);
  expect(besideOthers).toMatchObject({
    status: 'tested',
    test: { images: 10_000, accuracy: 0.91 },
    earlier: { number: 3, startedAt: 1000, inSight: { status: 'other-network', preset: 'notebook-cnn' } },
  });
});

it('keeps it until the next of its own is tested, and in another visit', () => {
  const inSight = (status: string) => ({ status: 'tested', earlier: { number: 3, inSight: { status } } });
  expect(beside({ phase: 'running', settings: preset }, [over({})])).toMatchObject(inSight('under-way'));
  expect(beside({}, [over({})])).toMatchObject(inSight('none'));
  expect(beside(finished, [over({})])).toMatchObject({ test, earlier: undefined });
});

it('passes over runs that were never tested, and those of which a file says too little', () => {
  expect(beside({}, [over({ test: undefined })]).status).toBe('none');
  const bare = over({ test: { images: 10, right: 9, loss: 1, bits: undefined } });
  expect(beside({}, [bare]).status).toBe('none');
});
