import { expect, it, vi } from 'vitest';
import { isTrained } from '../../../../src/state/network/network-selectors';
import { CARD } from '../../../fixtures/pretrained-card';
import { READY, readingsOf, STROKE, setUp } from '../set-up';
import { batchTold, networkTold } from '../told';

it('shows a sample digit until something is drawn', async () => {
  const { ready, store } = setUp();
  ready();
  await expect.poll(() => store.getState().subject?.from).toBe('sample');
  expect(store.getState().answer.kind).toBe('none');
});

it('looks at a selected image, until something is drawn, and reads the drawing all the same', async () => {
  const { actions, ready, store, commands } = setUp();
  ready();
  const ref = { set: 'test', position: 115 } as const;
  actions.select({ image: ref });
  await expect.poll(() => store.getState().subject?.ref).toEqual(ref);
  expect(store.getState().subject).toMatchObject({ from: 'selected', label: 4 });
  expect(store.getState().subject?.image[0]).toBeCloseTo(0.2);
  expect(store.getState().answer.kind).toBe('none');
  actions.addStroke(STROKE);
  await expect.poll(() => store.getState().subject?.from).toBe('drawing');
  expect(store.getState().selection.image).toBeUndefined();
  actions.select({ image: ref });
  await expect.poll(() => store.getState().subject?.from).toBe('selected');
  expect(store.getState().answer.kind).toBe('read');
  commands.images.mockResolvedValue(undefined);
  actions.select({ image: { set: 'test', position: 1e6 } });
  await expect.poll(() => store.getState().subject?.from).toBe('drawing');
});

it('reads the validation images by the network that came with the page soon after both are there, once', () => {
  vi.useFakeTimers();
  const { emit, commands, store } = setUp();
  emit(networkTold({ trainedBatches: 9, pretrained: CARD }));
  expect(commands.read).not.toHaveBeenCalled();
  emit({ type: 'dataset', dataset: READY });
  vi.runAllTimers();
  expect(commands.read).toHaveBeenCalledWith('validation');
  expect(isTrained(store.getState())).toBe(true);
  emit({ type: 'read', readings: readingsOf('validation', 9) });
  emit({ type: 'dataset', dataset: { ...READY, refused: 'files' } });
  vi.runAllTimers();
  vi.useRealTimers();
  expect(commands.read).toHaveBeenCalledTimes(1);
});

it('looks at the weights now and then while they are trained, and at the last when the run is paused', () => {
  const { emit, store, ready, clock } = setUp();
  ready();
  const { settings } = store.getState();
  emit({ type: 'run-started', run: 'a', startedAt: 0, settings, batchesPerEpoch: 400 });
  const versionAfter = (event: Parameters<typeof emit>[0], milliseconds: number) => {
    clock.now += milliseconds;
    emit(event);
    return store.getState().weightsVersion;
  };
  const start = versionAfter({ type: 'phase', phase: 'running' }, 1000);
  const looked = versionAfter(batchTold(), 1000);
  expect(looked).toBeGreaterThan(start);
  expect(versionAfter(batchTold(), 100)).toBe(looked);
  const paused = versionAfter({ type: 'phase', phase: 'paused' }, 100);
  expect(paused).toBeGreaterThan(looked);
  expect(versionAfter({ type: 'phase', phase: 'running' }, 1000)).toBe(paused);
});

it('asks the network again about what is in sight when its weights are others, not at each phase', async () => {
  const { emit, store, ready, commands } = setUp();
  ready();
  await expect.poll(() => store.getState().subject?.from).toBe('sample');
  commands.activations.mockClear();
  emit({ type: 'phase', phase: 'idle' }, { type: 'phase', phase: 'starting' });
  expect(commands.activations).not.toHaveBeenCalled();
  emit(networkTold());
  await expect.poll(() => commands.activations.mock.calls.length).toBe(1);
});
