import { parentPort } from 'node:worker_threads';
import { PacedTask } from '../speed/worker/paced-task';
import { createPeakTask } from '../speed/worker/peak-task';
import { WARM_UP_MS } from './pace';

/** One core's peak: answers a number of milliseconds with floating point operations a second, 0 when it is warm. */
const paced = new PacedTask(await createPeakTask(), () => performance.now());
await paced.warmUp(WARM_UP_MS);
parentPort?.on('message', async (ms: number) => parentPort?.postMessage(await paced.turn(ms)));
parentPort?.postMessage(0);
