import { expose } from 'comlink';
import { fetchImages } from './images';
import { PacedTask, type Task } from './paced-task';
import type { TaskApi, TaskSpec } from './task-spec';

let paced: PacedTask | undefined;

const api: TaskApi = {
  async start(spec, warmUpMs) {
    paced = new PacedTask(await createTask(spec), () => performance.now());
    await paced.warmUp(warmUpMs);
  },
  async turn(ms) {
    if (!paced) throw new Error('not started');
    return paced.turn(ms);
  },
  async calls() {
    if (!paced) throw new Error('not started');
    return paced.calls();
  },
};
expose(api);

/** Each kind is code of its own: stock tfjs must not meet what the project's own backends change in tfjs. */
async function createTask(spec: TaskSpec): Promise<Task> {
  switch (spec.kind) {
    case 'tfjs':
      return (await import('./tfjs-task')).createTfjsTask(spec.backend, await fetchImages());
    case 'jax-js':
      return (await import('./jax-task')).createJaxTask(spec.device, await fetchImages());
    case 'reference':
      return (await import('./reference-task')).createReferenceTask(spec, await fetchImages());
    case 'wasm':
      return (await import('./wasm-task')).createWasmTask(spec, await fetchImages());
    case 'webgpu':
      return (await import('./webgpu-task')).createWebGpuTask(spec, await fetchImages());
    case 'images':
      return (await import('./images-task')).createImagesTask(spec.made, await fetchImages());
    case 'peak':
      return (await import('./peak-task')).createPeakTask();
    default:
      return spec satisfies never;
  }
}
