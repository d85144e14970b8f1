import { startBackend } from '../../src/engine/backend/backend';
import { openGpu } from '../../src/engine/backend/gpu-device';
import { createReferenceStep } from '../../src/engine/train-step/reference';
import { createWebGpuStep } from '../../src/engine/train-step/webgpu/webgpu-step';
import { relativeDifference } from '../../tests/fixtures/networks';
import { type RandomTraining, randomTraining } from '../../tests/fixtures/random-training';
import { departures, gradientDepartures, gradientsOf, observe } from '../../tests/fixtures/step-parity';
import { reasonOf } from '../speed/rounds';

/** Images of the largest batch that a random training has. */
const BATCH = 8;
const VECTORS = ['values', 'gradients', 'weights'] as const;
const SAY_EVERY = 10;

/** The largest ‖Δ‖₂/‖w‖₂ of what was compared, and of which network. */
interface Worst {
  readonly difference: number;
  readonly seed: number;
}

interface Parity {
  readonly networks: number;
  /** Of networks that depart from the reference: which, and where. */
  readonly departures: readonly {
    readonly seed: number;
    readonly network: string;
    readonly found: readonly string[];
  }[];
  readonly worst: Readonly<Record<(typeof VECTORS)[number], Worst>>;
}

/**
 * Holds the step to the reference on random networks, every other one as it is written for a processor that imitates a
 * GPU, whatever there is.
 */
export async function compareSteps(networks: number, say: (sentence: string) => void): Promise<Parity> {
  await startBackend('cpu');
  const gpu = await openGpu();
  let complaint: string | undefined;
  gpu.lost.then((reason) => {
    complaint = reason;
  });
  const nothing: Worst = { difference: 0, seed: 0 };
  const worst = { values: nothing, gradients: nothing, weights: nothing };
  const all: Parity['departures'][number][] = [];
  for (let seed = 1; seed <= networks; seed++) {
    const training = randomTraining(seed);
    const found: string[] = [];
    try {
      const { own, reference } = await observeBoth(training, gpu.device, seed % 2 === 0);
      found.push(...departures(own, reference));
      found.push(...gradientDepartures(own.gradients, reference.gradients));
      for (const what of VECTORS) {
        const difference = Math.max(
          ...own[what].map((values, i) => relativeDifference(values, reference[what][i] as Float32Array)),
        );
        if (!(difference <= worst[what].difference)) worst[what] = { difference, seed };
      }
      if (complaint) found.push(complaint);
    } catch (error) {
      found.push(reasonOf(error));
    }
    if (found.length > 0) {
      all.push({ seed, network: training.text, found });
      console.log(`seed ${seed}: ${training.text}: ${found.join('; ')}`);
    }
    if (complaint) break;
    if (seed % SAY_EVERY === 0) say(`${seed} of ${networks} networks, ${all.length} depart`);
  }
  console.log(
    `\n${networks} random networks, ${all.length} depart from the reference; the largest differences:\n`,
  );
  for (const what of VECTORS) {
    console.log(`${what.padEnd(9)}  ${worst[what].difference.toExponential(1)}  seed ${worst[what].seed}`);
  }
  return { networks, departures: all, worst };
}

async function observeBoth(training: RandomTraining, device: GPUDevice, software: boolean) {
  const create = (settings: RandomTraining['settings']) =>
    createWebGpuStep({ ...settings, batchSize: BATCH, device, software });
  return {
    reference: {
      ...(await observe(training, createReferenceStep)),
      gradients: await gradientsOf(training, createReferenceStep),
    },
    own: { ...(await observe(training, create)), gradients: await gradientsOf(training, create) },
  };
}
