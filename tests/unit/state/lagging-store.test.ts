import { expect, it, vi } from 'vitest';
import type { EngineReadout } from '../../../src/protocol/backend';
import { laggingStore } from '../../../src/state/lagging-store';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';

const READOUT: EngineReadout = {
  backend: 'wasm',
  trainStep: 'fast',
  workers: 2,
  stepsDown: [],
  timesKernels: false,
  tensors: 0,
  bytes: 4e6,
};
const world = await smallWorld();
const read = { type: 'read', readings: world.readings.validation } as const;

/** A lab whose run has ended its first epoch, and two panels that follow it, in turns that come when the test says so. */
function following() {
  const lab = fakeLab(world);
  lab.training();
  const waiting = new Map<object, () => void>();
  const turns = {
    put: (who: object, update: () => void) => void waiting.set(who, update),
    cancel: (who: object) => void waiting.delete(who),
  };
  const panels = [0, 1].map(() => {
    const store = laggingStore(lab.store, turns);
    const heard = vi.fn();
    return { store, heard, forget: store.subscribe(heard) };
  }) as [Panel, Panel];
  const comeOne = () => {
    const [next] = waiting;
    if (!next) return;
    waiting.delete(next[0]);
    next[1]();
  };
  const endEpoch = () =>
    lab.emit(
      { type: 'validated', epoch: 2, evaluation: world.readings.validation.evaluation, weightsVersion: 9 },
      read,
    );
  return { lab, panels, waiting, comeOne, endEpoch };
}
type Panel = {
  store: ReturnType<typeof laggingStore>;
  heard: ReturnType<typeof vi.fn>;
  forget: () => void;
};

it('shows the end of an epoch in one panel after the other, each once, and never half of a state', () => {
  const { lab, panels, comeOne, endEpoch } = following();
  const [first, second] = panels;
  const before = first.store.getState();
  endEpoch();
  expect(panels.map(({ store }) => store.getState())).toEqual([before, before]);
  comeOne();
  expect(first.store.getState()).toBe(lab.store.getState());
  expect(second.store.getState()).toBe(before);
  comeOne();
  expect(second.store.getState()).toBe(lab.store.getState());
  expect(panels.map(({ heard }) => heard.mock.calls.length)).toEqual([1, 1]);
  expect(first.heard).toHaveBeenCalledWith(lab.store.getState(), before);
});

it.each([
  [
    'how far the run is',
    { type: 'progress', progress: { epoch: 2, epochs: 9, images: 9, done: 0.5, seconds: 1 } },
  ],
  ['how much memory is in use', { type: 'engine', readout: { ...READOUT, bytes: 5e6 } }],
] as const)('lets wait %s', (_, event) => {
  const { lab, panels, waiting } = following();
  const before = panels[0].store.getState();
  lab.emit(event);
  expect(panels[0].store.getState()).toBe(before);
  expect(waiting.size).toBe(2);
});

it('shows at once what a person does, with all that waited', () => {
  const { lab, panels, waiting, endEpoch } = following();
  endEpoch();
  lab.actions.select({ digit: 3 });
  expect(panels.map(({ store }) => store.getState())).toEqual([lab.store.getState(), lab.store.getState()]);
  expect(waiting.size).toBe(0);
});

it.each([
  ['pauses', { type: 'phase', phase: 'paused' }],
  [
    'has other weights, which nothing read so far is of',
    { type: 'network', settings: world.settings, trainedBatches: 0, weightsVersion: 11 },
  ],
] as const)('shows at once that the lab %s', (_, event) => {
  const { lab, panels, waiting } = following();
  lab.emit(event);
  expect(panels[0].store.getState()).toBe(lab.store.getState());
  expect(waiting.size).toBe(0);
});

it('waits for no turn any more once nobody listens, and begins with the newest', () => {
  const { lab, panels, waiting, endEpoch } = following();
  endEpoch();
  for (const { forget } of panels) forget();
  expect(waiting.size).toBe(0);
  endEpoch();
  expect(waiting.size).toBe(0);
  panels[0].store.subscribe(() => undefined);
  expect(panels[0].store.getState()).toBe(lab.store.getState());
});
