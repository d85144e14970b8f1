import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { CAPABILITIES } from '../../../src/state/capabilities';
import { READOUT, setUp, stateAfter } from './set-up';
import { batchTold, editedTold, networkTold } from './told';

const start = { settings: DEFAULT_SETTINGS, notes: [], view: undefined };

it('no two capabilities have a field of the state in common', () => {
  const fields = CAPABILITIES.flatMap(({ slice }) => Object.keys(slice.initial(start)));
  expect(fields.length).toBeGreaterThan(20);
  expect(fields.toSorted()).toEqual([...new Set(fields)].toSorted());
});

it('events change no field that the state did not begin with', () => {
  const before = Object.keys(stateAfter()).toSorted();
  const { ready, emit, engines, actions, store } = setUp();
  ready();
  actions.addStroke({ width: 20, points: [{ x: 80, y: 80 }] });
  emit(batchTold());
  engines[0]?.die('crash');
  expect(Object.keys(store.getState()).toSorted()).toEqual(before);
});

it('all of them let go of what was the engine’s when it is lost', () => {
  const lost = stateAfter(
    { type: 'engine', readout: READOUT },
    networkTold({ trainedBatches: 4 }),
    { type: 'fine-tuning', done: 0.5 },
    { type: 'reading', part: 'test', done: 0.5 },
    editedTold({ kind: 'mute', layer: 0, filter: 0 }),
    { type: 'phase', phase: 'running' },
    { type: 'speeds', speeds: { candidates: [], fastest: undefined, measuring: true } },
    { type: 'file-preview', preview: { status: 'reading', done: 0 } },
    { type: 'experiments-set', experiments: { base: DEFAULT_SETTINGS, waiting: [DEFAULT_SETTINGS] } },
    { type: 'engine-lost', reason: 'crash', gone: false, goesOn: false },
  );
  expect(lost).toMatchObject({
    readout: undefined,
    built: undefined,
    pretrained: undefined,
    dataset: { status: 'loading' },
    filePreview: undefined,
    run: { phase: 'idle' },
    readings: {},
    reading: undefined,
    interventions: undefined,
    fineTuning: { done: undefined },
    experiments: { waiting: [] },
    speeds: undefined,
  });
});
