import type { LabelledImages } from '../../data/dataset';
import { type Backend, FAST_BACKENDS, type Settings, trainedNetwork } from '../../model/settings';
import { planOf } from '../../model/shapes';
import type { StepReason } from '../../protocol/backend';
import type { OpenGpu } from '../backend/gpu-device';
import { OutOfMemory } from './out-of-memory';
import type { TrainStep } from './train-step';
import { hasSimd } from './wasm/engine-features';
import { kernelStages } from './wasm/kernel-plan';
import { createWasmStep } from './wasm/wasm-step';
import { againstGpu } from './webgpu/against-gpu';

/** What computes a network, and why. */
export type StepKind =
  | { readonly kind: 'wasm'; readonly workers: number }
  | { readonly kind: 'webgpu' }
  | { readonly kind: 'reference'; readonly reason: StepReason };

type ChosenStep = StepKind & { readonly step: TrainStep };

/** What a step is made for and on. */
export interface StepParts {
  readonly weights: readonly Float32Array[];
  readonly training: LabelledImages;
  /** Of the machine. */
  readonly cores: number;
  /** The device for kernels of our own, on WebGPU. */
  readonly gpu?: OpenGpu | undefined;
  /** Why the fast step on WASM is not to be tried again, if it isn't. */
  readonly givenUp?: string | undefined;
}

/**
 * The fast step where the settings allow it and it can do the network, else the reference and the reason.
 * @param startTfjs - makes tfjs run on the backend, if it does not
 * @throws what the reference throws
 */
export async function chooseStep(
  settings: Settings,
  backend: Backend,
  { startTfjs, ...parts }: StepParts & { readonly startTfjs: () => Promise<void> },
): Promise<ChosenStep> {
  const reference = async (reason: StepReason): Promise<ChosenStep> => {
    await startTfjs();
    return { kind: 'reference', step: await makeReference(settings, parts), reason };
  };
  const reason = againstFast(settings, backend, parts.givenUp);
  if (reason) return reference(reason);
  try {
    return await makeFast(settings, backend, parts);
  } catch (error) {
    if (error instanceof OutOfMemory) return reference({ code: 'memory', megabytes: error.megabytes });
    return reference({ code: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Another step of the same kind.
 * @throws what the step throws
 */
export async function cloneStep(
  kind: StepKind['kind'],
  settings: Settings,
  parts: StepParts,
): Promise<TrainStep> {
  switch (kind) {
    case 'wasm':
      return createWasmStep({ ...made(settings, parts), workers: workersFor(settings, parts.cores) });
    case 'webgpu':
      return makeOnGpu(settings, parts);
    case 'reference':
      return makeReference(settings, parts);
    default:
      return kind satisfies never;
  }
}

/** Why the fast step can't or may not compute there; undefined where nothing is known against it. */
export function againstFast(settings: Settings, backend: Backend, givenUp?: string): StepReason | undefined {
  if (settings.trainStep === 'reference') return { code: 'chosen' };
  if (!FAST_BACKENDS.includes(backend)) return { code: 'backend' };
  if (backend === 'wasm' && !hasSimd()) return { code: 'no-simd' };
  const stages = kernelStages({ ...settings, network: trainedNetwork(settings) });
  if (backend === 'wasm' && !stages.ok) return { code: 'layer', layer: stages.layer, type: stages.type };
  const refused =
    backend === 'webgpu' ? againstGpu(trainedNetwork(settings), settings.activation) : undefined;
  if (refused) return refused;
  if (backend === 'wasm' && givenUp !== undefined) return { code: 'failed', detail: givenUp };
  return undefined;
}

async function makeFast(settings: Settings, backend: Backend, parts: StepParts): Promise<ChosenStep> {
  if (backend === 'webgpu') return { kind: 'webgpu', step: await makeOnGpu(settings, parts) };
  const fast = async (workers: number): Promise<ChosenStep> => {
    const step = await createWasmStep({ ...made(settings, parts), workers });
    return { kind: 'wasm', step, workers: step.workers };
  };
  // Alone it needs less memory, and nothing that a page may have lost since it was opened.
  return fast(workersFor(settings, parts.cores)).catch(() => fast(1));
}

async function makeOnGpu(settings: Settings, parts: StepParts): Promise<TrainStep> {
  if (!parts.gpu) throw new Error('no device');
  // Loaded where it is used.
  const { createWebGpuStep } = await import('./webgpu/webgpu-step');
  return createWebGpuStep(onGpu(settings, parts, parts.gpu));
}

async function makeReference(settings: Settings, parts: StepParts): Promise<TrainStep> {
  // TensorFlow.js is loaded where it is used: most people's networks do without.
  const { createReferenceStep } = await import('./reference');
  return createReferenceStep(made(settings, parts));
}

const made = (settings: Settings, { weights, training }: StepParts) => ({
  ...settings,
  weights,
  training,
  network: trainedNetwork(settings),
});

/** What a step on a device is made by. */
export const onGpu = (settings: Settings, parts: StepParts, { device, software }: OpenGpu) => ({
  ...made(settings, parts),
  ...{ device, software, batchSize: settings.batchSize },
});

/** As many as there are shards at most. */
const MOST_WORKERS = 8;
/** What a worker should have to do in a step, so that the messages for it don't cost more than it saves. */
const FLOPS_A_WORKER = 16e6;

/** As many workers as were asked for, or as many as pay. */
export function workersFor(
  { workers, network, batchSize }: Pick<Settings, 'workers' | 'network' | 'batchSize'>,
  cores: number,
): number {
  if (workers !== 'auto') return Number(workers);
  // The backward pass takes about twice what the forward pass does.
  const useful = Math.floor((3 * planOf(network).flops * batchSize) / FLOPS_A_WORKER);
  return evenly(Math.max(1, Math.min(cores, useful, MOST_WORKERS)));
}

/** No more workers than it takes for the same largest share: of eight shards five workers compute as long as four. */
const evenly = (workers: number): number => Math.ceil(MOST_WORKERS / Math.ceil(MOST_WORKERS / workers));
