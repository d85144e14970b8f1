import { expect, it } from 'vitest';
import type { LabEvent, LabState } from '../../../../src/state/lab-state';
import { READY, readingsOf, stateAfter } from '../set-up';
import { batchTold, editedTold, networkTold } from '../told';

const NETWORK = networkTold({ trainedBatches: 10 });
const read = (part: 'validation' | 'test', trainedBatches = 10): LabEvent => ({
  type: 'read',
  readings: readingsOf(part, trainedBatches),
});
const MUTE = { kind: 'mute', layer: 0, filter: 1 } as const;
const partsOf = ({ readings }: LabState) => Object.keys(readings).sort();

it('keeps what was read in a part only as long as the weights are those', () => {
  const both = [NETWORK, read('validation'), read('test')];
  expect(partsOf(stateAfter(...both))).toEqual(['test', 'validation']);
  expect(partsOf(stateAfter(...both, read('validation', 20)))).toEqual(['validation']);
  expect(partsOf(stateAfter(...both, NETWORK))).toEqual([]);
  expect(partsOf(stateAfter(...both, editedTold(MUTE)))).toEqual([]);
});

it('keeps what was read after the last epoch while the run goes on', () => {
  expect(partsOf(stateAfter(NETWORK, read('validation'), batchTold()))).toEqual(['validation']);
});

it('forgets what was read in data that others have replaced, and keeps it where others were refused', () => {
  const before = [NETWORK, read('test')];
  const refused: LabEvent = { type: 'dataset', dataset: { ...READY, refused: 'files' } };
  const replaced: LabEvent = { type: 'dataset', dataset: { ...READY, id: 'files' } };
  expect(partsOf(stateAfter(...before, refused))).toEqual(['test']);
  expect(partsOf(stateAfter(...before, replaced))).toEqual([]);
});

it('keeps edits until they are undone, the network is another or the engine is lost', () => {
  const muted = [NETWORK, editedTold(MUTE)];
  expect(stateAfter(...muted).interventions?.edits).toEqual([MUTE]);
  expect(stateAfter(...muted, editedTold()).interventions).toBeUndefined();
  expect(stateAfter(...muted, NETWORK).interventions).toBeUndefined();
  const lost: LabEvent = { type: 'engine-lost', reason: 'crash', gone: false, goesOn: false };
  expect(stateAfter(...muted, lost).interventions).toBeUndefined();
});

it('tells how far the reading of a part is, until it ends', () => {
  const reading: LabEvent = { type: 'reading', part: 'test', done: 0.5 };
  expect(stateAfter(NETWORK, reading).reading).toEqual({ part: 'test', done: 0.5 });
  expect(stateAfter(NETWORK, reading, { type: 'read-ended' }).reading).toBeUndefined();
  expect(stateAfter(NETWORK, reading, read('test')).reading).toBeUndefined();
  expect(stateAfter(NETWORK, reading, NETWORK).reading).toBeUndefined();
});
