import type { LabelledImages } from '../../data/dataset';
import { type Backend, FAST_BACKENDS, type Settings, trainedNetwork } from '../../model/settings';
import { planOf } from '../../model/shapes';
import type { StepReason } from '../../protocol/engine-api';
import { createReferenceStep } from './reference';
import type { TrainStep } from './train-step';
import { hasSimd } from './wasm/engine-features';
import { kernelStages } from './wasm/kernel-plan';
import { OutOfMemory } from './wasm/network-kernels';
import { createWasmStep } from './wasm/wasm-step';

/** A train step, and what the read-out says of it. */
export type ChosenStep =
  | { readonly kind: 'fast'; readonly step: TrainStep; readonly workers: number }
  | { readonly kind: 'reference'; readonly step: TrainStep; readonly reason: StepReason };

export interface StepParts {
  readonly weights: readonly Float32Array[];
  readonly training: LabelledImages;
}

/**
 * The fast step where the settings allow it and it can do the network, else the reference and the reason.
 * @param cores - of the machine
 * @throws what the reference throws
 */
export async function chooseStep(
  settings: Settings,
  backend: Backend,
  parts: StepParts,
  cores: number,
): Promise<ChosenStep> {
  const all = { ...settings, ...parts, network: trainedNetwork(settings) };
  const reference = (reason: StepReason) =>
    ({ kind: 'reference', step: createReferenceStep(all), reason }) as const;
  const reason = againstFast(settings, backend);
  if (reason) return reference(reason);
  try {
    const step = await createWasmStep({ ...all, workers: workersFor(settings, cores) });
    return { kind: 'fast', step, workers: step.workers };
  } catch (error) {
    if (error instanceof OutOfMemory) return reference({ code: 'memory', megabytes: error.megabytes });
    return reference({ code: 'failed', detail: String(error) });
  }
}

function againstFast(settings: Settings, backend: Backend): StepReason | undefined {
  if (settings.trainStep === 'reference') return { code: 'chosen' };
  if (!FAST_BACKENDS.includes(backend)) return { code: 'backend' };
  if (!hasSimd()) return { code: 'no-simd' };
  const stages = kernelStages({ ...settings, network: trainedNetwork(settings) });
  return stages.ok ? undefined : { code: 'layer', layer: stages.layer, type: stages.type };
}

/** What a worker should have to do in a step, so that the messages for it don't cost more than it saves. */
const FLOPS_A_WORKER = 16e6;
const MOST_WORKERS = 8;

/** As many workers as were asked for, or as many as pay. */
export function workersFor(
  { workers, network, batchSize }: Pick<Settings, 'workers' | 'network' | 'batchSize'>,
  cores: number,
): number {
  if (workers !== 'auto') return Number(workers);
  // The backward pass takes about twice what the forward pass does.
  const useful = Math.floor((3 * planOf(network).flops * batchSize) / FLOPS_A_WORKER);
  return Math.max(1, Math.min(cores, useful, MOST_WORKERS));
}
