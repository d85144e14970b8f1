import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Entrant } from '../speed/rounds';
import { inTime, TURN_MS } from './pace';

export const PEAK = 'peak of all cores';

/** What all cores do at once in vectors of four: beside it stands a GPU that is imitated by them. */
export async function peakEntrant(): Promise<Entrant> {
  // Beside the built file; Vite would take an address by import.meta.url for one of the page's workers.
  const path = join(import.meta.dirname, 'peak.worker.mjs');
  const workers = Array.from({ length: availableParallelism() }, () => new Worker(path));
  await inTime(Promise.all(workers.map(next)));
  return {
    name: PEAK,
    async turn() {
      const rates = workers.map(next);
      for (const worker of workers) worker.postMessage(TURN_MS);
      return (await inTime(Promise.all(rates))).reduce((sum, rate) => sum + rate, 0);
    },
  };
}

const next = (worker: Worker): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
