import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseNetwork } from '../../../../src/model/notation';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { READOUT, STROKE, setUp } from '../set-up';
import { validatedTold } from '../told';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** What was refused has been heard of: promises come before the next task. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('starts a dead engine again, says so, and keeps settings and drawing', () => {
  const { actions, engines, store, commands } = setUp();
  actions.addStroke(STROKE);
  commands.begin.mockClear();
  engines[0]?.die('out of memory');
  expect(engines).toHaveLength(2);
  expect(commands.begin).toHaveBeenCalledTimes(1);
  expect(store.getState().fault).toEqual({ code: 'engine-died', detail: 'out of memory' });
  expect(store.getState().drawing.strokes).toHaveLength(1);
});

it('waits longer each time before it starts an engine again that keeps dying', () => {
  const { engines } = setUp();
  const waits = [0, 1000, 4000].map((limit) => {
    const before = engines.length;
    engines.at(-1)?.die('again');
    let waited = 0;
    while (engines.length === before && waited <= limit) {
      vi.advanceTimersByTime(100);
      waited += 100;
    }
    return waited;
  });
  expect(waits).toEqual([0, 1000, 4000]);
});

it('leaves it to a person to start an engine again that has died four times, with as many tries as at first', () => {
  const { engines, store, actions, commands, ready } = setUp();
  const dieAgainAndAgain = () => {
    while (!store.getState().engineGone) {
      engines.at(-1)?.die('again');
      vi.advanceTimersByTime(10_000);
    }
  };
  dieAgainAndAgain();
  expect(engines).toHaveLength(4);
  expect(store.getState().fault?.code).toBe('engine-gone');
  actions.train();
  expect(commands.train).not.toHaveBeenCalled();
  actions.startEngineAgain();
  expect(engines).toHaveLength(5);
  expect(store.getState()).toMatchObject({ engineGone: false, fault: undefined });
  ready();
  actions.train();
  expect(commands.train).toHaveBeenCalledTimes(1);
  dieAgainAndAgain();
  expect(engines).toHaveLength(8);
});

it('is not started again by a person while it is at work, or about to be', () => {
  const { engines, actions } = setUp();
  actions.startEngineAgain();
  expect(engines).toHaveLength(1);
  engines[0]?.die('once');
  engines[1]?.die('twice');
  actions.startEngineAgain();
  expect(engines).toHaveLength(2);
});

it('passes a graphics device over on which the engine has died twice', () => {
  const { engines, emit, commands } = setUp();
  const onGpu = () => emit({ type: 'engine', readout: { ...READOUT, backend: 'webgpu' } });
  onGpu();
  engines[0]?.die('the first');
  expect(commands.passOver).not.toHaveBeenCalled();
  onGpu();
  engines[1]?.die('the second');
  vi.advanceTimersByTime(1000);
  expect(commands.passOver.mock.calls).toEqual([
    [[{ backend: 'webgpu', reason: 'failed', detail: 'the second' }]],
  ]);
  expect(commands.passOver.mock.invocationCallOrder[0]).toBeLessThan(
    commands.begin.mock.invocationCallOrder.at(-1) ?? 0,
  );
});

it('passes a graphics device over whose driver has twice hung the engine before it gave a device', () => {
  const { engines, emit, commands } = setUp();
  const asks = () => emit({ type: 'device', backend: 'webgpu', step: 'asked' });
  asks();
  engines[0]?.die('the first');
  expect(commands.passOver).not.toHaveBeenCalled();
  asks();
  engines[1]?.die('the second');
  // What it was about to do has changed: there is nothing to wait for.
  expect(engines).toHaveLength(3);
  expect(commands.passOver.mock.calls).toEqual([
    [[{ backend: 'webgpu', reason: 'failed', detail: 'the second' }]],
  ]);
});

it('blames the device that was tried last: none that was left, and the one in use only else', () => {
  const { engines, emit, commands } = setUp();
  const dieTwice = (...told: Parameters<typeof emit>) => {
    for (let death = 0; death < 2; death++) {
      emit(...told);
      engines.at(-1)?.die('silent');
      vi.advanceTimersByTime(10_000);
    }
    return commands.passOver.mock.lastCall?.[0].map(({ backend }) => backend);
  };
  const inUse = { type: 'engine', readout: { ...READOUT, backend: 'webgl' } } as const;
  const tried = { type: 'device', backend: 'webgpu', step: 'used' } as const;
  const left = { type: 'device', backend: 'webgpu', step: 'left' } as const;
  expect(dieTwice(tried, left)).toBeUndefined();
  emit(validatedTold());
  expect(dieTwice(inUse, tried)).toEqual(['webgpu']);
  expect(dieTwice(inUse, tried, left)).toEqual(['webgpu', 'webgl']);
});

it('gives a driver that is asked for a device five seconds, and what then computes twenty', () => {
  const { engines, emit } = setUp();
  const patience = () => engines.at(-1)?.patience();
  emit({ type: 'device', backend: 'webgpu', step: 'asked' });
  expect(patience()).toBe(5_000);
  emit({ type: 'device', backend: 'webgpu', step: 'used' });
  expect(patience()).toBe(20_000);
  emit({ type: 'device', backend: 'webgpu', step: 'asked' });
  engines[0]?.die('silent');
  expect(patience()).toBe(40_000);
  emit({ type: 'device', backend: 'webgpu', step: 'asked' });
  expect(patience()).toBe(10_000);
});

it('says that an engine’s program is late until it has come, or another is started', () => {
  const { engines, store } = setUp();
  const isLate = () => store.getState().isEngineLate;
  expect(isLate()).toBe(false);
  engines[0]?.late(true);
  expect(isLate()).toBe(true);
  engines[0]?.late(false);
  expect(isLate()).toBe(false);
  engines[0]?.late(true);
  engines[0]?.die('it could not be loaded');
  expect(isLate()).toBe(false);
});

it('gives an engine that trains by the fast step four seconds, and more after each death', () => {
  const { engines, emit, ready } = setUp();
  const patience = () => engines.at(-1)?.patience();
  expect(patience()).toBe(20_000);
  ready();
  const trains = () =>
    emit(
      { type: 'engine', readout: { ...READOUT, trainStep: 'fast' } },
      { type: 'run-started', run: 'a', settings: DEFAULT_SETTINGS, batchesPerEpoch: 2, startedAt: 0 },
      { type: 'phase', phase: 'running' },
    );
  trains();
  expect(patience()).toBe(4_000);
  engines[0]?.die('silent');
  trains();
  expect(patience()).toBe(8_000);
  emit(validatedTold());
  expect(patience()).toBe(4_000);
});

it('gives an engine more time whose batches take longer', () => {
  const parsed = parseNetwork('c64k5same-c64k5same-d10');
  const settings = { ...DEFAULT_SETTINGS, batchSize: 1024, network: parsed.ok ? [...parsed.network] : [] };
  const { engines, emit } = setUp(settings);
  emit(
    { type: 'engine', readout: { ...READOUT, trainStep: 'fast' } },
    { type: 'run-started', run: 'a', settings, batchesPerEpoch: 2, startedAt: 0 },
    { type: 'phase', phase: 'running' },
  );
  expect(engines[0]?.patience()).toBe(120_000);
});

it('does not count the deaths before a run that went well', () => {
  const { engines, emit, store } = setUp();
  for (let death = 0; death < 10; death++) {
    emit(validatedTold());
    engines[engines.length - 1]?.die('now and then');
    expect(engines).toHaveLength(death + 2);
  }
  expect(store.getState().engineGone).toBe(false);
});

it('tells of a command that the engine refuses, by name and reason, and goes on', async () => {
  vi.useRealTimers();
  const { actions, commands, store, ready, engines } = setUp();
  ready();
  commands.train.mockRejectedValueOnce(new Error('epochs: must be\n  at most 100'));
  actions.train();
  await expect
    .poll(() => store.getState().fault)
    .toEqual({
      code: 'command-failed',
      detail: 'train: epochs: must be at most 100',
    });
  expect(engines).toHaveLength(1);
  actions.dismissFault();
  expect(store.getState().fault).toBeUndefined();
});

it('tells of files that the engine does not take over, many as they are', async () => {
  vi.useRealTimers();
  const { actions, commands, store, ready } = setUp();
  ready();
  commands.giveFiles.mockRejectedValueOnce(new Error('no room'));
  actions.previewFiles(Array.from({ length: 100 }, (_, i) => ({ path: `${i}.png`, file: new Blob() })));
  await expect.poll(() => store.getState().fault?.detail).toBe('giveFiles: no room');
  expect(commands.previewFiles).not.toHaveBeenCalled();
});

it('tells the death of the engine once, whatever was asked of it', async () => {
  vi.useRealTimers();
  const { actions, commands, store, ready, engines } = setUp();
  ready();
  let refuse: (error: Error) => void = () => undefined;
  const refused = new Promise<void>((_, reject) => {
    refuse = reject;
  });
  commands.train.mockReturnValueOnce(refused);
  commands.read.mockReturnValueOnce(refused);
  actions.train();
  actions.read('test');
  engines[0]?.die('out of memory');
  actions.dismissFault();
  refuse(new Error('out of memory'));
  await settled();
  expect(store.getState().fault).toBeUndefined();
});

it('does not tell of commands to an engine that is gone for good', async () => {
  const { actions, commands, store, engines } = setUp();
  while (!store.getState().engineGone) {
    engines.at(-1)?.die('again');
    vi.advanceTimersByTime(10_000);
  }
  vi.useRealTimers();
  commands.stop.mockRejectedValueOnce(new Error('terminated'));
  actions.stop();
  await settled();
  expect(store.getState().fault?.code).toBe('engine-gone');
});
