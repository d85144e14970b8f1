import { beforeEach, expect, it, vi } from 'vitest';
import { ActiveBackend } from '../../../../src/engine/backend/active-backend';
import { candidatesFor } from '../../../../src/engine/backend/backend-choice';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { Backend, BackendChoice, Settings } from '../../../../src/model/settings';

interface Wishes {
  readonly fastest?: Backend;
  readonly isFast: (backend: Backend) => boolean;
}

const started: Backend[] = [];
const asked: BackendChoice[] = [];
const abandonTfjs = vi.fn();

/** The first that Automatic tries works, but for WebGPU where nothing is known of it. */
vi.mock('../../../../src/engine/backend/backend', () => ({
  startBackend: async (choice: BackendChoice, { fastest, isFast: fast }: Wishes) => {
    asked.push(choice);
    const found = candidatesFor(choice, fastest).find(
      ({ backend, evenIfSoftware }) => backend !== 'webgpu' || evenIfSoftware,
    );
    const backend = found?.backend ?? 'cpu';
    started.push(backend);
    const bare = backend === 'webgpu' ? { gpu: { close: () => {} } } : {};
    return {
      backend,
      ...(fast(backend) ? bare : { tfjs: { abandonTfjs } }),
      stepsDown: [],
      lost: new Promise(() => {}),
    };
  },
}));

const isFast = (backend: Backend) => backend === 'wasm' || backend === 'webgpu';
const start = async (active: ActiveBackend, fastest?: Backend, changes: Partial<Settings> = {}) =>
  (await active.start({ ...DEFAULT_SETTINGS, ...changes }, isFast, fastest)).running.backend;

beforeEach(() => {
  started.length = 0;
  asked.length = 0;
});

it('takes the one that was found to be the fastest', async () => {
  const active = new ActiveBackend();
  expect(await start(active)).toBe('wasm');
  expect(await start(active, 'webgpu')).toBe('webgpu');
  expect(await start(active, 'webgpu')).toBe('webgpu');
  expect(started).toEqual(['wasm', 'webgpu']);
});

it('keeps one that runs already when it is found to be the fastest', async () => {
  const active = new ActiveBackend();
  await start(active);
  await start(active, 'wasm');
  expect(started).toEqual(['wasm']);
});

it('does not stay on an imitated one for a network of which nothing is known', async () => {
  const active = new ActiveBackend();
  await start(active, 'webgpu');
  expect(await start(active)).toBe('wasm');
});

it('heeds it where the fast step is asked for, and takes WASM where nothing was measured', async () => {
  const active = new ActiveBackend();
  expect(await start(active, undefined, { trainStep: 'fast' })).toBe('wasm');
  expect(await start(active, 'webgpu', { trainStep: 'fast' })).toBe('webgpu');
});

it('leaves a GPU aside for a network that only WASM has kernels for', async () => {
  const onlyWasm = (backend: Backend) => backend === 'wasm';
  const open: Settings = { ...DEFAULT_SETTINGS, backend: 'auto' };
  await new ActiveBackend().start(open, onlyWasm);
  await new ActiveBackend().start(open, isFast);
  await new ActiveBackend().start({ ...open, backend: 'webgpu' }, onlyWasm);
  expect(asked).toEqual(['wasm', 'auto', 'webgpu']);
});

it('gives back what TensorFlow.js holds where the next one does without', async () => {
  const active = new ActiveBackend();
  const onWebGpu: Partial<Settings> = { backend: 'webgpu' };
  await active.start({ ...DEFAULT_SETTINGS, ...onWebGpu, trainStep: 'reference' }, () => false);
  expect(abandonTfjs).not.toHaveBeenCalled();
  await start(active, undefined, onWebGpu);
  expect(abandonTfjs).toHaveBeenCalledOnce();
});
