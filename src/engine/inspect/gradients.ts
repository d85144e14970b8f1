import { throughActivation } from '../../model/plain/activation';
import { convolveBack } from '../../model/plain/conv';
import { multiplyBack } from '../../model/plain/dense';
import { poolBack } from '../../model/plain/pool';
import type { LayerTrace } from '../../model/plain/trace';
import type { Activation } from '../../model/settings';

interface LogitGradients {
  /** ∂ logit / ∂ pixel, [784] */
  readonly image: Float64Array;
  /** ∂ logit / ∂ output (after the activation) of each layer. */
  readonly outputs: readonly Float64Array[];
}

/** How one logit changes with the pixels and with every layer's outputs: backpropagation through a trace. */
export function logitGradients(
  traces: readonly LayerTrace[],
  activation: Activation,
  digit: number,
): LogitGradients {
  const outputs: Float64Array[] = [];
  const logits = traces[traces.length - 1]?.outputs;
  let gradient: Float64Array = new Float64Array(logits?.length ?? 0);
  gradient[digit] = 1;
  for (const layer of [...traces].reverse()) {
    outputs.unshift(gradient);
    gradient = byInput(layer, gradient, activation);
  }
  return { image: gradient, outputs };
}

function byInput(
  { plan, input, outputs, weights: [kernel] }: LayerTrace,
  gradient: Float64Array,
  activation: Activation,
): Float64Array {
  const bySums = () => (plan.isOutput ? gradient : throughActivation(gradient, outputs, activation));
  switch (plan.layer.type) {
    case 'conv':
      return convolveBack(plan, bySums(), kernel as Float32Array);
    case 'dense':
      return multiplyBack(bySums(), kernel as Float32Array);
    case 'max-pool':
    case 'avg-pool':
      return poolBack(plan, gradient, input);
    case 'dropout':
      return gradient;
    default:
      return plan.layer satisfies never;
  }
}
