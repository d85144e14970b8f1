import type { LayerType, Network } from '../../../model/network';
import type { Activation } from '../../../model/settings';
import type { StepReason } from '../../../protocol/backend';

const HAVE_NO_KERNELS: readonly LayerType[] = ['batch-norm', 'separable-conv', 'residual'];

/** What the kernels on a GPU can't do of a network; undefined where they can do all of it. */
export function againstGpu(network: Network, activation: Activation): StepReason | undefined {
  const layer = network.findIndex(({ type }) => HAVE_NO_KERNELS.includes(type));
  const refused = network[layer];
  if (refused) return { code: 'layer', layer, type: refused.type };
  // Their gradients go through an activation where its values are read, and GELU's slope can't be told from these.
  if (activation === 'gelu') return { code: 'activation', activation };
  return undefined;
}
