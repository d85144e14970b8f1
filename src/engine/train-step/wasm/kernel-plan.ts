import type { Network } from '../../../model/network';
import type { OptimizerSettings, Settings } from '../../../model/settings';
import { type NetworkPlan, planOf, sizeOf } from '../../../model/shapes';
import { GHOSTS } from '../ghost-batches';
import { hasRelaxedSimd } from './engine-features';
import { FLOAT_BYTES } from './layout';
import { type MemoryMap, memoryMap } from './memory-map';
import { parameterLayout } from './parameter-layout';
import { type ProgramParts, writeProgram } from './program';
import { shardCount, sumsFor } from './shards';
import { type Stages, stagesOf } from './stages';

export interface KernelSettings
  extends OptimizerSettings,
    Pick<Settings, 'activation' | 'labelSmoothing' | 'seed'> {
  /** With its dropout layers. */
  readonly network: Network;
}

/** All that follows from the settings: the same in every worker. */
export interface KernelPlan {
  readonly network: NetworkPlan;
  readonly settings: KernelSettings;
  readonly parts: ProgramParts;
  readonly map: MemoryMap;
  readonly shards: number;
}

/** Images that are worked on together. */
const BLOCK = 32;
/** Fewer are worked on where their values would take more bytes than this. */
const BLOCK_BYTES = 64 * 2 ** 20;

/** The stages of a network, or the layer that the kernels can't do. */
export const kernelStages = ({ network, activation }: KernelSettings): Stages =>
  stagesOf(planOf(network), activation, true);

/**
 * @param use - `train`, or `read`: forward only, one image, every layer's values kept
 * @throws RangeError for a network that kernelStages refuses
 */
export function kernelPlan(settings: KernelSettings, use: 'train' | 'read'): KernelPlan {
  const network = planOf(settings.network);
  const stages = stagesOf(network, settings.activation, use === 'train');
  if (!stages.ok) throw new RangeError(`no kernels for ${stages.type}, layer ${stages.layer}`);
  const shards = shardCount(network);
  const parts: ProgramParts = {
    stages: stages.stages,
    parameters: parameterLayout(stages.stages),
    optimization: settings,
    labelSmoothing: settings.labelSmoothing,
    block: use === 'read' ? 1 : blockFor(network),
    sums: sumsFor(shards),
    forwardOnly: use === 'read',
    relaxed: hasRelaxedSimd(),
  };
  return { network, settings, parts, map: memoryMap(parts), shards };
}

function blockFor({ layers }: NetworkPlan): number {
  // A normalisation takes its statistics from a block.
  if (layers.some(({ layer }) => layer.type === 'batch-norm')) return GHOSTS.images;
  const values = layers.reduce((sum, { output }) => sum + 2 * sizeOf(output), 0);
  return Math.max(1, Math.min(BLOCK, Math.floor(BLOCK_BYTES / (values * FLOAT_BYTES))));
}

export const writeModule = ({ parts, map }: KernelPlan) => writeProgram(parts, map);
