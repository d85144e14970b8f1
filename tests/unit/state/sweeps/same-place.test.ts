import { expect, it } from 'vitest';
import { hasSetForNext, isOnItsData } from '../../../../src/state/sweeps/sweeps-selectors';
import type { SweepState } from '../../../../src/state/sweeps/sweeps-slice';
import { READY } from '../set-up';
import { BASE, SEEDS, sweepLab, TWELVE } from './sweep-lab';

it('goes on where and by what it began, whatever a person has chosen for other runs meanwhile', () => {
  const { actions, begin, finish, phase, trained, state } = sweepLab();
  const base = { ...BASE, backend: 'wasm', trainStep: 'fast', workers: '2' } as const;
  actions.change(base);
  actions.startSweep({ ...TWELVE, base });
  begin();
  actions.pauseSweep();
  phase('stopped');
  actions.change({ backend: 'cpu', trainStep: 'reference', workers: 'auto' });
  actions.resumeSweep('sweep');
  expect(trained()[1]).toEqual(trained()[0]);
  begin();
  // Also where it is changed while it trains.
  actions.change({ workers: '1' });
  finish(950);
  expect(trained()[2]).toMatchObject({ backend: 'wasm', trainStep: 'fast', workers: '2' });
  expect(state().sweeps.sweep?.results).toHaveLength(1);
});

it('keeps what has finished its training, where it is paused while the test images are read', () => {
  const { actions, begin, emit, phase, commands, state, trained } = sweepLab();
  actions.startSweep(TWELVE);
  begin();
  const evaluation = { images: 1000, loss: 1, accuracy: 0.97, confusion: [] };
  emit({ type: 'validated', epoch: 1, evaluation, weightsVersion: 1 });
  phase('testing');
  actions.pauseSweep();
  expect(commands.stop).not.toHaveBeenCalled();
  emit({ type: 'tested', evaluation });
  phase('finished');
  expect(state().sweeps.sweep).toMatchObject({ status: 'paused', results: [{ accuracy: 0.97 }] });
  expect(trained()).toHaveLength(1);
});

it('is no change of a person when the controls show again what they did before it', () => {
  const { actions, begin, finish, phase, state } = sweepLab();
  const isSet = () => hasSetForNext(state());
  actions.startSweep(SEEDS);
  for (let run = 0; run < 3; run++) {
    begin();
    expect(isSet()).toBe(false);
    finish(980);
  }
  expect(state().settings).toEqual(BASE);
  expect(isSet()).toBe(false);
  actions.change({ epochs: 3 });
  expect(isSet()).toBe(true);
  actions.change({ epochs: BASE.epochs });
  actions.startSweep(TWELVE);
  begin();
  actions.pauseSweep();
  phase('stopped');
  expect(isSet()).toBe(false);
  // Of a run by hand it is one.
  actions.change({ learningRate: 0.5 });
  actions.train();
  begin();
  finish(970);
  actions.change({ learningRate: BASE.learningRate });
  expect(isSet()).toBe(true);
});

it('has another number than the sweeps whose runs are in the list from a visit before, also where it was found elsewhere', () => {
  for (const isFound of [false, true]) {
    const { actions, begin, finish, emit, state, store } = sweepLab();
    actions.train();
    begin();
    finish(950);
    const [run] = state().runs;
    if (!run) throw new Error('no run');
    const before = { ...run, id: 'before', sweep: { kind: 'sweep', number: 7 } } as const;
    store.setState({ runs: [before, run] });
    if (isFound) {
      actions.showSweep(TWELVE, []);
      actions.resumeSweep('sweep');
    } else actions.startSweep(TWELVE);
    begin();
    finish(960);
    emit({ type: 'phase', phase: 'starting' });
    const id = state().sweeps.sweep?.id;
    expect(state().runs.at(-1)?.sweep).toEqual({ kind: 'sweep', number: 8, id });
    // No other has it.
    expect(id).toMatch(/^\d+-\d+$/);
  }
});

it('trains on the files of a person that it began with, and on no others that they bring meanwhile', () => {
  const { actions, begin, finish, engines, emit, ready, state, trained } = sweepLab();
  const files = { type: 'dataset', dataset: { ...READY, id: 'files', official: false } } as const;
  const bring = (path: string) => {
    actions.previewFiles([{ path, file: new Blob() }]);
    actions.usePreview(undefined);
    emit(files);
  };
  bring('mine');
  actions.startSweep({ ...TWELVE, base: state().settings });
  begin();
  bring('others');
  finish(950);
  expect(state().sweeps.sweep).toMatchObject({ status: 'paused', results: [{ accuracy: 0.95 }] });
  expect(isOnItsData(state(), state().sweeps.sweep as SweepState)).toBe(false);
  actions.resumeSweep('sweep');
  expect(state().sweeps.sweep?.status).toBe('paused');
  expect(trained()).toHaveLength(1);
  // One over the others goes on where an engine that is started again is given them again.
  actions.startSweep({ ...TWELVE, base: state().settings });
  begin();
  engines.at(-1)?.die('crash');
  ready();
  actions.chooseDataset('files');
  emit(files);
  actions.resumeSweep('sweep');
  expect(trained()).toHaveLength(3);
  expect(state().sweeps.sweep?.status).toBe('running');
});
