import { isConvolution, type LayerType } from '../../../model/network';
import type { Activation } from '../../../model/settings';
import { type LayerPlan, layerBefore, type NetworkPlan } from '../../../model/shapes';
import type { FusedActivation } from './kernels/activation';
import { borderOf, type Layout, layoutOf } from './layout';
import { hasWeights, type Stage } from './stage';

export type Stages =
  | { readonly ok: true; readonly stages: readonly Stage[] }
  /** The kernels can't do this layer. */
  | { readonly ok: false; readonly layer: number; readonly type: LayerType };

/** Pixels of a pooling window whose sums fit into the registers together. */
const MOST_POOLED_PIXELS = 9;

/**
 * A network as the kernels see it.
 * @param fuse - pool where the convolution is computed, so that its own maps are never written
 */
export function stagesOf(plan: NetworkPlan, activation: Activation, fuse: boolean): Stages {
  const stages: Stage[] = [];
  const { layers } = plan;
  /** What lies in front of each layer. */
  const fronts: { readonly boundary: number; readonly layout: Layout }[] = [];
  let dropouts = 0;
  let input = layoutBefore(layers, 0);
  for (let layer = 0; layer < layers.length; layer++) {
    const planned = layers[layer] as LayerPlan;
    const pool = fuse ? pooledWith(planned, layers[layer + 1], activation) : 1;
    const next = pool > 1 ? layer + 2 : layer + 1;
    const output = layoutBefore(layers, next, planned.layer.type === 'dropout' ? input.pixel : undefined);
    const between = { layer, input, output };
    fronts[layer] = { boundary: stages.length, layout: input };
    const hasBias = planned.weights.some(({ role }) => role === 'bias');
    /** A stage with its activation, and behind it what has to be a stage of its own. */
    const activated = (stage: (to: Layout, own: FusedActivation | undefined) => Stage) => {
      if (!planned.isActivated) stages.push(stage(output, undefined));
      else if (activation !== 'gelu') stages.push(stage(output, activation));
      else {
        const sums = layoutOf(planned.output);
        stages.push(stage(sums, undefined), { kind: 'gelu', layer, input: sums, output });
      }
    };
    switch (planned.layer.type) {
      case 'conv': {
        const { kernel, stride } = planned.layer;
        activated((to, own) => ({
          ...{ kind: 'conv', ...between, output: to },
          ...{ kernel, stride, pool, activation: own, hasBias },
        }));
        break;
      }
      case 'separable-conv': {
        const { kernel, stride } = planned.layer;
        const [rows, columns] = planned.output as readonly [number, number, number];
        const each = layoutOf([rows, columns, input.channels]);
        stages.push({ kind: 'depthwise', layer, input, output: each, kernel, stride, hasBias: false });
        activated((to, own) => ({
          ...{ kind: 'conv', layer, input: each, output: to },
          ...{ kernel: 1, stride: 1, pool, activation: own, hasBias },
        }));
        break;
      }
      case 'residual': {
        const given = fronts[layerBefore(layers.slice(0, layer))];
        if (!given) throw new RangeError('a residual addition without a layer before');
        stages.push({ kind: 'residual', ...between, given });
        break;
      }
      case 'max-pool':
      case 'avg-pool': {
        const { type, size, stride } = planned.layer;
        stages.push({ kind: type, ...between, size, stride });
        break;
      }
      case 'global-avg-pool':
        stages.push({ kind: 'avg-pool', ...between, size: input.height, stride: input.height });
        break;
      case 'batch-norm':
        // The backward pass ends at the first weighted sums.
        if (!stages.some(hasWeights)) return { ok: false, layer, type: planned.layer.type };
        activated((to, own) => ({ kind: 'batch-norm', ...between, output: to, activation: own }));
        break;
      case 'dropout':
        stages.push({ kind: 'dropout', ...between, percent: planned.layer.percent, number: dropouts++ });
        break;
      case 'dense':
        activated((to, own) => ({ kind: 'dense', ...between, output: to, activation: own, hasBias }));
        break;
      default:
        planned.layer satisfies never;
    }
    input = output;
    layer = next - 1;
  }
  return { ok: true, stages };
}

/** How the values in front of a layer lie, or behind the last one. */
function layoutBefore(layers: readonly LayerPlan[], index: number, pixel?: number): Layout {
  const layer = layers[index];
  if (!layer) return layoutOf((layers.at(-1) as LayerPlan).output);
  const isImage = index === 0;
  const border = isConvolution(layer.layer) ? borderOf(layer.layer, layer.input[0]) : undefined;
  return layoutOf(layer.input, border, isImage ? 1 : pixel);
}

/** GELU does not keep the order of the sums, so that the largest of them is not what becomes the largest value. */
function pooledWith(
  { layer, isActivated }: LayerPlan,
  next: LayerPlan | undefined,
  activation: Activation,
): number {
  if (!isConvolution(layer) || next?.layer.type !== 'max-pool') return 1;
  if (isActivated && activation === 'gelu') return 1;
  const { size, stride } = next.layer;
  return size === stride && size * size <= MOST_POOLED_PIXELS ? size : 1;
}
