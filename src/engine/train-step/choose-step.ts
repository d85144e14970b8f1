import type { LabelledImages } from '../../data/dataset';
import { type Backend, FAST_BACKENDS, type Settings, trainedNetwork } from '../../model/settings';
import { planOf } from '../../model/shapes';
import type { StepReason } from '../../protocol/backend';
import type { TrainStep } from './train-step';
import { hasSimd } from './wasm/engine-features';
import { OutOfMemory } from './wasm/kernel-memory';
import { kernelStages } from './wasm/kernel-plan';
import { createWasmStep } from './wasm/wasm-step';

/** What computes a network, and why. */
export type StepKind =
  | { readonly kind: 'fast'; readonly workers: number }
  | { readonly kind: 'reference'; readonly reason: StepReason };

type ChosenStep = StepKind & { readonly step: TrainStep };

interface StepParts {
  readonly weights: readonly Float32Array[];
  readonly training: LabelledImages;
  /** Of the machine. */
  readonly cores: number;
  /** Why the fast step is not to be tried again, if it isn't. */
  readonly givenUp?: string | undefined;
}

/**
 * The fast step where the settings allow it and it can do the network, else the reference and the reason.
 * @throws what the reference throws
 */
export async function chooseStep(
  settings: Settings,
  backend: Backend,
  parts: StepParts,
): Promise<ChosenStep> {
  const { weights, training, cores, givenUp } = parts;
  const all = { ...settings, weights, training, network: trainedNetwork(settings) };
  const reference = async (reason: StepReason): Promise<ChosenStep> => {
    // TensorFlow.js is loaded where it is used: most people's networks do without.
    const { createReferenceStep } = await import('./reference');
    return { kind: 'reference', step: createReferenceStep(all), reason };
  };
  const reason = againstFast(settings, backend);
  if (reason) return reference(reason);
  if (givenUp !== undefined) return reference({ code: 'failed', detail: givenUp });
  const fast = async (workers: number): Promise<ChosenStep> => {
    const step = await createWasmStep({ ...all, workers });
    return { kind: 'fast', step, workers: step.workers };
  };
  try {
    // Alone it needs less memory, and nothing that a page may have lost since it was opened.
    return await fast(workersFor(settings, cores)).catch(() => fast(1));
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
  { weights, training, cores }: StepParts,
): Promise<TrainStep> {
  const all = { ...settings, weights, training, network: trainedNetwork(settings) };
  switch (kind) {
    case 'fast':
      return createWasmStep({ ...all, workers: workersFor(settings, cores) });
    case 'reference': {
      const { createReferenceStep } = await import('./reference');
      return createReferenceStep(all);
    }
    default:
      return kind satisfies never;
  }
}

function againstFast(settings: Settings, backend: Backend): StepReason | undefined {
  if (settings.trainStep === 'reference') return { code: 'chosen' };
  if (!FAST_BACKENDS.includes(backend)) return { code: 'backend' };
  if (!hasSimd()) return { code: 'no-simd' };
  const stages = kernelStages({ ...settings, network: trainedNetwork(settings) });
  return stages.ok ? undefined : { code: 'layer', layer: stages.layer, type: stages.type };
}

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
