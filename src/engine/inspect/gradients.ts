import { gradientByInput, type LayerTrace } from '../../model/plain/trace';
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
    gradient = gradientByInput(layer, gradient, activation);
  }
  return { image: gradient, outputs };
}
