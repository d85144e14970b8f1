import type { LayerType, PoolLayer } from '../../../model/network';
import type { Activation } from '../../../model/settings';
import type { LayerPlan, NetworkPlan } from '../../../model/shapes';
import { LANES } from './assembler/values';
import { borderOf, type Layout, layoutOf } from './layout';

/** A network as the kernels see it: what follows what, and how the values between lie in memory. */
export type Stage = ConvStage | PoolStage | NormStage | DropoutStage | DenseStage;

interface Between {
  /** Index of the layer in the network, of the first where several are one stage. */
  readonly layer: number;
  readonly input: Layout;
  readonly output: Layout;
}

/** A convolution with its activation, and the max-pooling after it where both are done at once. */
export interface ConvStage extends Between {
  readonly kind: 'conv';
  readonly kernel: number;
  readonly stride: number;
  /** Side of the pooling window, which is also its stride; 1 for none. */
  readonly pool: number;
  /** None where a normalisation takes it over. */
  readonly activation: Activation | undefined;
  /** None in front of a normalisation. */
  readonly hasBias: boolean;
}

export interface PoolStage extends Between {
  readonly kind: PoolLayer['type'];
  readonly size: number;
  readonly stride: number;
}

/** A batch normalisation, by its statistics over a block of images, with the activation that follows it. */
export interface NormStage extends Between {
  readonly kind: 'batch-norm';
  readonly activation: Activation | undefined;
}

export interface DropoutStage extends Between {
  readonly kind: 'dropout';
  readonly percent: number;
  /** Among the dropout layers, from 0. */
  readonly number: number;
}

export interface DenseStage extends Between {
  readonly kind: 'dense';
  /** None for the logits, and where a normalisation takes it over. */
  readonly activation: Activation | undefined;
  readonly hasBias: boolean;
}

/** Whether a stage is a weighted sum. */
export function hasWeights(stage: Stage): stage is ConvStage | DenseStage {
  switch (stage.kind) {
    case 'conv':
    case 'dense':
      return true;
    case 'max-pool':
    case 'avg-pool':
    case 'batch-norm':
    case 'dropout':
      return false;
    default:
      return stage satisfies never;
  }
}

export type Stages =
  | { readonly ok: true; readonly stages: readonly Stage[] }
  /** The kernels can't do this layer. */
  | { readonly ok: false; readonly layer: number; readonly type: LayerType };

/** Pixels of a pooling window whose sums fit into the registers together. */
const MOST_POOLED_PIXELS = 9;

/**
 * @param fuse - pool where the convolution is computed, so that its own maps are never written
 */
export function stagesOf(plan: NetworkPlan, activation: Activation, fuse: boolean): Stages {
  const stages: Stage[] = [];
  const { layers } = plan;
  let dropouts = 0;
  let input = layoutBefore(layers, 0);
  for (let layer = 0; layer < layers.length; layer++) {
    const planned = layers[layer] as LayerPlan;
    const pool = fuse ? pooledWith(planned, layers[layer + 1]) : 1;
    const next = pool > 1 ? layer + 2 : layer + 1;
    const output = layoutBefore(layers, next, planned.layer.type === 'dropout' ? input.pixel : undefined);
    const between = { layer, input, output };
    const hasBias = planned.weights.some(({ role }) => role === 'bias');
    const own = planned.isActivated ? activation : undefined;
    switch (planned.layer.type) {
      case 'conv': {
        const { kernel, stride } = planned.layer;
        stages.push({ kind: 'conv', ...between, kernel, stride, pool, activation: own, hasBias });
        break;
      }
      case 'max-pool':
      case 'avg-pool': {
        const { type, size, stride } = planned.layer;
        if (isTight(input)) return { ok: false, layer, type };
        stages.push({ kind: type, ...between, size, stride });
        break;
      }
      case 'global-avg-pool':
        if (isTight(input)) return { ok: false, layer, type: planned.layer.type };
        stages.push({ kind: 'avg-pool', ...between, size: input.height, stride: input.height });
        break;
      case 'batch-norm':
        if (isTight(input)) return { ok: false, layer, type: planned.layer.type };
        stages.push({ kind: 'batch-norm', ...between, activation: own });
        break;
      case 'dropout':
        stages.push({ kind: 'dropout', ...between, percent: planned.layer.percent, number: dropouts++ });
        break;
      case 'dense':
        stages.push({ kind: 'dense', ...between, activation: own, hasBias });
        break;
      default:
        planned.layer satisfies never;
    }
    input = output;
    layer = next - 1;
  }
  return { ok: true, stages };
}

/** The image's one channel lies tight; pooling and normalising work on whole vectors of channels. */
const isTight = ({ pixel }: Layout): boolean => pixel < LANES;

/** How the values in front of a layer lie, or behind the last one. */
function layoutBefore(layers: readonly LayerPlan[], index: number, pixel?: number): Layout {
  const layer = layers[index];
  if (!layer) return layoutOf((layers.at(-1) as LayerPlan).output);
  const isImage = index === 0;
  const border = layer.layer.type === 'conv' ? borderOf(layer.layer, layer.input[0]) : undefined;
  return layoutOf(layer.input, border, isImage ? 1 : pixel);
}

function pooledWith({ layer }: LayerPlan, next: LayerPlan | undefined): number {
  if (layer.type !== 'conv' || next?.layer.type !== 'max-pool') return 1;
  const { size, stride } = next.layer;
  return size === stride && size * size <= MOST_POOLED_PIXELS ? size : 1;
}
