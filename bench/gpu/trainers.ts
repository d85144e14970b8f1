import type { LabelledImages } from '../../src/data/dataset';
import type { GpuCalls } from '../../tests/fixtures/count-gpu-calls';
import { type Entrant, reasonOf } from '../speed/rounds';
import { WEBGPU_TRAINERS } from '../speed/trainers';
import { PacedTask, type Task } from '../speed/worker/paced-task';
import { inTime, TURN_MS, WARM_UP_MS } from './pace';

/** One that takes turns, and whose calls can be counted. */
export interface Trainer extends Entrant {
  calls(): Promise<GpuCalls>;
}

/** By name. Each comes with its code, when the globals that it looks for are there. */
const CREATE: Readonly<Record<string, (images: LabelledImages) => Promise<Task>>> = {
  ...Object.fromEntries(
    Object.entries(WEBGPU_TRAINERS).map(([name, spec]) => [
      name,
      async (images: LabelledImages) =>
        (await import('../speed/worker/webgpu-task')).createWebGpuTask(spec, images),
    ]),
  ),
  'tfjs-webgpu': async (images) =>
    (await import('../speed/worker/tfjs-task')).createTfjsTask('webgpu', images),
  'jax-js-webgpu': async (images) =>
    (await import('../speed/worker/jax-task')).createJaxTask('webgpu', images),
};

/**
 * Starts the project's step and the others one after the other.
 * @param complaints - what devices complained of since it was last asked
 * @returns those that work, and why the others do not
 */
export async function startTrainers(
  images: LabelledImages,
  complaints: () => readonly string[],
  say: (sentence: string) => void,
): Promise<{ trainers: Trainer[]; failures: Map<string, string> }> {
  const trainers: Trainer[] = [];
  const failures = new Map<string, string>();
  const checked = async <T>(work: Promise<T>): Promise<T> => {
    const result = await inTime(work);
    const [complaint] = complaints();
    if (complaint) throw new Error(complaint);
    return result;
  };
  for (const [name, create] of Object.entries(CREATE)) {
    try {
      const paced = new PacedTask(await inTime(create(images)), () => performance.now());
      await checked(paced.warmUp(WARM_UP_MS));
      trainers.push({
        name,
        turn: () => checked(paced.turn(TURN_MS)),
        calls: () => checked(paced.calls()),
      });
      say(`${name} is warm`);
    } catch (error) {
      complaints();
      failures.set(name, reasonOf(error));
      say(`${name} does not run: ${reasonOf(error)}`);
    }
  }
  return { trainers, failures };
}
