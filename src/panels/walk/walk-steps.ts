import type { LayerType } from '../../model/network';
import { type LayerPlan, type NetworkPlan, readingLayers } from '../../model/shapes';

/** What happens in a step: a layer does its part, or what stands between two layers does. */
export type StepKind = 'image' | LayerStep['kind'];

interface LayerStep {
  readonly kind: LayerType | 'activation' | 'flatten' | 'softmax';
  /** Its number (see LayerWeights); of a dropout layer that of the layer behind it. */
  readonly layer: number;
  readonly plan: LayerPlan;
}

/** One step from the image to the probabilities. */
export type WalkStep = { readonly kind: 'image' } | LayerStep;

/** All of them, input side first. */
export function walkSteps(network: NetworkPlan): readonly WalkStep[] {
  const reading = readingLayers(network);
  let layer = 0;
  const ofLayers = network.layers.flatMap((plan) => {
    const steps = stepsOf(plan, layer);
    if (plan === reading[layer]) layer++;
    return steps;
  });
  return [{ kind: 'image' }, ...ofLayers];
}

function stepsOf(plan: LayerPlan, layer: number): readonly LayerStep[] {
  const { type } = plan.layer;
  const step = (kind: LayerStep['kind']): LayerStep => ({ kind, layer, plan });
  const activation = plan.isActivated ? [step('activation')] : [];
  switch (type) {
    case 'conv':
    case 'separable-conv':
    case 'batch-norm':
      return [step(type), ...activation];
    case 'max-pool':
    case 'avg-pool':
    case 'global-avg-pool':
    case 'residual':
    case 'dropout':
      return [step(type)];
    case 'dense': {
      const flatten = plan.input.length === 3 ? [step('flatten')] : [];
      return [...flatten, step(type), ...(plan.isOutput ? [step('softmax')] : activation)];
    }
    default:
      return type satisfies never;
  }
}

/** The number of the layer that a step belongs to; none of the image. */
export const layerOf = (step: WalkStep | undefined): number | undefined =>
  step && step.kind !== 'image' ? step.layer : undefined;

/** The step in which a layer itself is at work, and not what stands in front of it. The image for no layer. */
export function stepOfLayer(steps: readonly WalkStep[], layer: number | undefined): number {
  const at = steps.findIndex((step) => layerOf(step) === layer && isOwn(step));
  return Math.max(0, at);
}

/** Whether what the step makes is its layer's: filter and unit of the selection are then those of the step. */
export const isOwn = ({ kind }: WalkStep): boolean =>
  kind !== 'image' && kind !== 'flatten' && kind !== 'dropout';
