import { type Remote, wrap } from 'comlink';
import type { TaskApi } from '../worker/task-spec';

interface RunningTask {
  readonly worker: Worker;
  readonly api: Remote<TaskApi>;
  /** Rejects when the worker breaks; never resolves. */
  readonly death: Promise<never>;
}

/** The slowest takes ten seconds to compile, on a software GPU. */
const ANSWER_LIMIT_MS = 60_000;

const running = new Map<string, RunningTask>();

window.bench = {
  async open(name, spec, warmUpMs) {
    const task = startWorker(name);
    running.set(name, task);
    await answer(task, task.api.start(spec, warmUpMs));
  },
  turns(names, ms) {
    return Promise.all(
      names.map((name) => {
        const task = opened(name);
        return answer(task, task.api.turn(ms));
      }),
    );
  },
  async calls(name) {
    const task = opened(name);
    return answer(task, task.api.calls());
  },
  close(name) {
    running.get(name)?.worker.terminate();
    running.delete(name);
  },
};

function opened(name: string): RunningTask {
  const task = running.get(name);
  if (!task) throw new Error(`${name} is not open`);
  return task;
}

function startWorker(name: string): RunningTask {
  const worker = new Worker(new URL('../worker/task.worker.ts', import.meta.url), { type: 'module', name });
  const death = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message ?? 'the worker could not be loaded'));
  });
  death.catch(() => undefined);
  return { worker, api: wrap<TaskApi>(worker), death };
}

async function answer<T>({ death }: RunningTask, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ANSWER_LIMIT_MS / 1000} s`)), ANSWER_LIMIT_MS);
  });
  return Promise.race([work, death, tooLate]).finally(() => clearTimeout(timer));
}
