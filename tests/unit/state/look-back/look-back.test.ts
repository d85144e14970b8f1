import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { PastMoment } from '../../../../src/protocol/history';
import { shownEvaluation, shownPart } from '../../../../src/state/inspection/inspection-selectors';
import { isLookingBack, isTrained } from '../../../../src/state/network/network-selectors';
import { eventually } from '../../../fixtures/eventually';
import { readingsOf, setUp } from '../set-up';
import { batchTold, editedTold, networkTold, tunedTold } from '../told';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

let version = 1000;
/** What the engine tells when another moment is looked at. */
function lookedBack(lab: ReturnType<typeof setUp>, at: PastMoment | undefined): EngineEvent {
  version += 1;
  const settings = { ...lab.store.getState().settings, epochs: 7 };
  return { type: 'looked-back', at, settings, trainedBatches: 5, weightsVersion: version };
}

function trained() {
  const lab = setUp();
  lab.ready();
  lab.emit(batchTold(), { type: 'phase', phase: 'finished' });
  return lab;
}

describe('asking for a moment', () => {
  it('asks the engine for one at a time, and of those that wait for the last', async () => {
    const lab = trained();
    let answer = () => {};
    lab.commands.lookBack.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    for (const epoch of [1, 2, 3, 4]) lab.actions.lookBack({ run: 'a', epoch });
    expect(lab.store.getState().lookBackAsked?.epoch).toBe(4);
    expect(lab.commands.lookBack.mock.calls.map(([{ epoch }]) => epoch)).toEqual([1]);
    answer();
    await eventually(() => expect(lab.commands.lookBack).toHaveBeenCalledTimes(2));
    expect(lab.commands.lookBack.mock.calls.at(-1)?.[0].epoch).toBe(4);
    answer();
    await eventually(() => expect(lab.store.getState().lookBackAsked).toBeUndefined());
  });

  it('has the validation images read once a moment is stayed at, not for each that is passed by', () => {
    const lab = trained();
    for (const epoch of [1, 2, 3]) lab.emit(lookedBack(lab, { run: 'a', epoch }));
    vi.runAllTimers();
    expect(lab.commands.read.mock.calls).toEqual([['validation']]);
    lab.emit(lookedBack(lab, undefined));
    vi.runAllTimers();
    expect(lab.commands.read).toHaveBeenCalledTimes(1);
  });

  it('goes back to the present when the run is deleted', () => {
    const lab = trained();
    lab.emit(lookedBack(lab, { run: 'a', epoch: 1 }));
    lab.actions.deleteRun('b');
    expect(lab.commands.lookAtPresent).not.toHaveBeenCalled();
    lab.actions.deleteRun('a');
    expect(lab.commands.lookAtPresent).toHaveBeenCalledOnce();
  });
});

describe('what the page shows', () => {
  it('is of the network of then, and after that again of the one of now', () => {
    const lab = trained();
    lab.emit({ type: 'read', readings: readingsOf('test', 3) }, editedTold());
    lab.emit({ type: 'read', readings: readingsOf('validation', 3) });
    const before = lab.store.getState();
    expect(isLookingBack(before)).toBe(false);
    for (const epoch of [1, 2]) lab.emit(lookedBack(lab, { run: 'a', epoch }));
    const then = lab.store.getState();
    expect(then).toMatchObject({ built: { epochs: 7 }, readings: {}, lookBack: { run: 'a', epoch: 2 } });
    expect(isLookingBack(then) && isTrained(then)).toBe(true);
    expect(then.weightsVersion).toBeGreaterThan(before.weightsVersion);
    lab.emit({ type: 'read', readings: readingsOf('validation', 1) }, lookedBack(lab, undefined));
    const { built, pretrained, readings, interventions, lookBack } = lab.store.getState();
    expect({ built, pretrained, readings, interventions }).toEqual({
      built: before.built,
      pretrained: before.pretrained,
      readings: before.readings,
      interventions: before.interventions,
    });
    expect(lookBack).toBeUndefined();
  });

  it('keeps edits of the present for later', () => {
    const lab = trained();
    lab.emit(editedTold({ kind: 'mute', layer: 0, filter: 0 }));
    lab.emit(lookedBack(lab, { run: 'a', epoch: 1 }));
    expect(lab.store.getState().interventions).toBeUndefined();
    lab.emit(lookedBack(lab, undefined));
    expect(lab.store.getState().interventions?.edits).toHaveLength(1);
  });

  it('never takes the test of the run for that of an epoch before', () => {
    const lab = trained();
    lab.emit({ type: 'tested', evaluation: { images: 10, loss: 1, accuracy: 0.9, confusion: [] } });
    expect(shownPart(lab.store.getState())).toBe('test');
    lab.emit(lookedBack(lab, { run: 'a', epoch: 1 }));
    const then = lab.store.getState();
    expect(shownPart(then)).toBe('validation');
    lab.actions.select({ part: 'test' });
    expect(shownEvaluation(lab.store.getState())).toBeUndefined();
  });

  it('is of now where a new network takes its place, and nothing of before comes back', () => {
    const lab = trained();
    lab.emit(editedTold({ kind: 'mute', layer: 0, filter: 0 }), lookedBack(lab, { run: 'a', epoch: 1 }));
    lab.emit(networkTold());
    const state = lab.store.getState();
    expect(state.lookBack).toBeUndefined();
    expect(isLookingBack(state)).toBe(false);
    expect(state.interventions).toBeUndefined();
    expect(state.ofPresent).toBeUndefined();
  });

  it('keeps a fine-tuning of the present out of sight, and possible again afterwards', () => {
    const lab = trained();
    lab.emit(tunedTold('open'), lookedBack(lab, { run: 'a', epoch: 1 }), lookedBack(lab, undefined));
    expect(lab.store.getState().fineTuning.tuned?.decision).toBe('open');
  });
});

it('does not follow the controls with an untrained network while one of the past is looked at', () => {
  const lab = setUp();
  lab.ready();
  lab.emit(lookedBack(lab, { run: 'a', epoch: 1 }));
  lab.actions.change({ activation: 'tanh' });
  expect(lab.commands.reset).not.toHaveBeenCalled();
  lab.emit(lookedBack(lab, undefined));
  expect(lab.commands.reset).toHaveBeenCalledOnce();
});
