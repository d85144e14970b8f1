import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '../../../src/charts/schedule/when-idle';
import { startBackend } from '../../../src/engine/backend/backend';
import { startImageMaker } from '../../../src/engine/data/start-image-maker';
import { hasRelaxedSimd, hasSimd } from '../../../src/engine/train-step/wasm/engine-features';
import { kernelPlan, writeModule } from '../../../src/engine/train-step/wasm/kernel-plan';
import { INPUT_SIZE } from '../../../src/model/network';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { digitOptions } from '../../../src/model/settings';
import { holdRun, isHeld } from '../../../src/state/sessions/run-lock';
import { openKeepStore } from '../../../src/storage/keep-store';

/** What a browser may lack, taken away one by one: how the lab goes on without. (Without SIMD at all: choose-step.test.ts.) */

const isFast = (backend: string) => backend === 'wasm' || backend === 'webgpu';
const gl = { getExtension: () => null, getParameter: () => 'A graphics card', RENDERER: 0x1f01 };

/** A browser's `OffscreenCanvas` whose WebGL is this, or throws. */
const canvasWith = (context: () => unknown) =>
  class {
    getContext = (kind: string) => (kind === 'webgl2' ? context() : null);
  };

beforeEach(() => {
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the engine', () => {
  it('takes WASM where there is no WebGPU, and says that the browser has none', async () => {
    const running = await startBackend('webgpu', { isFast });
    expect(running.backend).toBe('wasm');
    expect(running.stepsDown).toEqual([{ backend: 'webgpu', reason: 'no-api' }]);
  });

  it('takes WASM where WebGPU gives no adapter', async () => {
    vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => null } });
    const running = await startBackend('webgpu', { isFast });
    expect(running.backend).toBe('wasm');
    expect(running.stepsDown).toEqual([{ backend: 'webgpu', reason: 'no-adapter' }]);
  });

  it('takes the next backend where a worker has no canvas at all', async () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    const running = await startBackend('webgl', { isFast });
    expect(running.backend).toBe('wasm');
    expect(running.stepsDown[0]).toEqual({ backend: 'webgl', reason: 'no-api' });
  });

  it('takes the next backend where a canvas in a worker has no WebGL, as in Safari', async () => {
    vi.stubGlobal(
      'OffscreenCanvas',
      canvasWith(() => null),
    );
    const running = await startBackend('webgl', { isFast });
    expect(running.backend).toBe('wasm');
    expect(running.stepsDown[0]).toEqual({ backend: 'webgl', reason: 'no-adapter' });
  });

  it('takes the next backend where WebGL in a worker throws', async () => {
    const refuse = () => {
      throw new DOMException('not in a worker', 'InvalidStateError');
    };
    vi.stubGlobal('OffscreenCanvas', canvasWith(refuse));
    const running = await startBackend('webgl', { isFast });
    expect(running.backend).toBe('wasm');
    expect(running.stepsDown[0]).toMatchObject({ backend: 'webgl', reason: 'failed' });
  });

  it('takes the next backend where WebGL in a worker is there and TensorFlow.js fails on it', async () => {
    vi.stubGlobal(
      'OffscreenCanvas',
      canvasWith(() => gl),
    );
    const running = await startBackend('webgl', { isFast });
    expect(running.backend).toBe('wasm');
    expect(running.stepsDown[0]).toMatchObject({ backend: 'webgl', reason: 'failed' });
  });

  it('writes kernels without relaxed SIMD where that is not understood, and they are valid', () => {
    const validate = WebAssembly.validate.bind(WebAssembly);
    const probed: number[] = [];
    vi.spyOn(WebAssembly, 'validate').mockImplementation((bytes) => {
      probed.push((bytes as Uint8Array).length);
      return probed.length > 1 && validate(bytes);
    });
    expect(hasRelaxedSimd()).toBe(false);
    expect(hasSimd()).toBe(true);
    vi.mocked(WebAssembly.validate).mockReturnValueOnce(false);
    const plan = kernelPlan(DEFAULT_SETTINGS, 'train');
    expect(plan.parts.relaxed).toBe(false);
    expect(validate(writeModule(plan))).toBe(true);
  });

  it('makes images on its own thread where it can start no other', async () => {
    vi.stubGlobal('Worker', undefined);
    const made = startImageMaker().draw({
      labels: Uint8Array.of(3, 7),
      source: { seed: 1, first: 0 },
      options: digitOptions(DEFAULT_SETTINGS),
    });
    await expect(made).resolves.toHaveLength(2 * INPUT_SIZE);
  });
});

describe('the page', () => {
  it('loads its charts a moment later where the browser tells of no idle moments', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('window', {});
    let isIdle = false;
    void whenIdle().then(() => {
      isIdle = true;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(isIdle).toBe(true);
    vi.useRealTimers();
  });

  it('keeps networks where tabs can tell each other nothing', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const store = await openKeepStore();
    await store.put('network', 'a', { name: 'alone' }, { weights: [Float32Array.of(1)] });
    expect((await store.list('network')).map(({ id }) => id)).toEqual(['a']);
    store.onChange(() => {});
    store.close();
  });

  it('holds a run for itself where there are no locks, and no other tab can be asked', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const letGo = holdRun('a');
    expect(await isHeld('a')).toBe(false);
    letGo();
  });
});
