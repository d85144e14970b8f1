import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBackend } from '../../../../src/engine/backend/backend';

const never = () => new Promise<never>(() => {});
const isFast = () => true;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Of a browser whose graphics driver hangs. */
const gpu = (device: () => Promise<unknown>) => ({
  requestAdapter: async () => ({ info: {}, features: new Set(), limits: {}, requestDevice: device }),
});

it.each([
  ['an adapter', { requestAdapter: never }, 5],
  ['a device', gpu(never), 10],
])(
  'takes the next backend where the driver never answers to the question for %s',
  async (_, driver, seconds) => {
    vi.stubGlobal('navigator', { gpu: driver });
    const started = startBackend('webgpu', { isFast });
    await vi.advanceTimersByTimeAsync(1000 * seconds);
    expect(await started).toMatchObject({
      backend: 'wasm',
      stepsDown: [{ backend: 'webgpu', reason: 'failed', detail: `no answer in ${seconds} s` }],
    });
  },
);

it('tells of each device before it asks for it, so that it is known which one hangs the engine', async () => {
  vi.stubGlobal('navigator', { gpu: { requestAdapter: never } });
  const tell = vi.fn();
  const told = () => tell.mock.calls.map(([{ backend, step }]) => `${backend} ${step}`);
  const started = startBackend('webgpu', { isFast, tell });
  await vi.advanceTimersByTimeAsync(0);
  expect(told()).toEqual(['webgpu asked']);
  await vi.advanceTimersByTimeAsync(5000);
  await started;
  expect(told()).toEqual(['webgpu asked', 'webgpu left', 'wasm asked', 'wasm used']);
});

it('does not call it waiting where a driver is asked within a call, as for a WebGL context', async () => {
  vi.stubGlobal('navigator', {});
  const tell = vi.fn();
  await startBackend('webgl', { isFast, tell });
  expect(tell.mock.calls[0]).toEqual([{ type: 'device', backend: 'webgl', step: 'used' }]);
});

it('closes a device that comes when nobody waits for it any more', async () => {
  const destroy = vi.fn();
  let come: (device: unknown) => void = () => {};
  const late = new Promise((resolve) => {
    come = resolve;
  });
  vi.stubGlobal('navigator', { gpu: gpu(() => late) });
  const started = startBackend('webgpu', { isFast });
  await vi.advanceTimersByTimeAsync(10_000);
  await started;
  come({ addEventListener: () => {}, lost: never(), destroy });
  await vi.advanceTimersByTimeAsync(0);
  expect(destroy).toHaveBeenCalledTimes(1);
});
