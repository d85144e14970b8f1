import { gradientByInput, type LayerTrace } from '../../model/plain/trace';
import type { Activation } from '../../model/settings';
import { layerBefore } from '../../model/shapes';

/** Of a logit, or whatever was followed back. */
interface LogitGradients {
  /** By the pixels, [784]. */
  readonly image: Float64Array;
  /** By the outputs (after the activation) of each layer. */
  readonly outputs: readonly Float64Array[];
}

/** How one logit changes with the pixels and with every layer's outputs. */
export function logitGradients(
  traces: readonly LayerTrace[],
  activation: Activation,
  digit: number,
): LogitGradients {
  const byLogits = new Float64Array(traces.at(-1)?.outputs.length ?? 0);
  byLogits[digit] = 1;
  return gradientsThrough(traces, activation, byLogits);
}

/**
 * Backpropagation through a trace.
 * @param byLast - gradient by the outputs of the last layer
 */
export function gradientsThrough(
  traces: readonly LayerTrace[],
  activation: Activation,
  byLast: Float64Array,
): LogitGradients {
  const outputs: Float64Array[] = [];
  let gradient = byLast;
  /** By the inputs of layers that additions go around. */
  const around = new Map<LayerTrace | undefined, Float64Array>();
  for (const layer of [...traces].reverse()) {
    outputs.unshift(gradient);
    if (layer.plan.layer.type === 'residual') {
      const inFront = traces.slice(0, traces.indexOf(layer)).map(({ plan }) => plan);
      around.set(traces[layerBefore(inFront)], gradient);
    }
    const byInput = gradientByInput(layer, gradient, activation);
    const more = around.get(layer);
    gradient = more ? byInput.map((value, i) => value + (more[i] as number)) : byInput;
  }
  return { image: gradient, outputs };
}
