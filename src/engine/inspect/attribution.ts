import { isConvolution } from '../../model/network';
import type { LayerTrace } from '../../model/plain/trace';
import type { Activation } from '../../model/settings';
import type { Shape } from '../../model/shapes';
import type { Attribution } from '../../protocol/inspect';
import { logitGradients } from './gradients';

/**
 * Which pixels speak for a class: the gradient of its logit by the pixels (Simonyan et al. 2013, arXiv:1312.6034), and
 * Grad-CAM of the last convolution (Selvaraju et al. 2017, arXiv:1610.02391).
 * @param digit - 0 to 9
 */
export function attributionOf(
  traces: readonly LayerTrace[],
  activation: Activation,
  digit: number,
): Attribution {
  const gradients = logitGradients(traces, activation, digit);
  const layer = traces.findLastIndex(({ plan }) => isConvolution(plan.layer));
  const conv = traces[layer];
  const byMaps = gradients.outputs[layer];
  const gradCam =
    conv && byMaps ? { layer, map: gradCamOf(conv.plan.output, conv.outputs, byMaps) } : undefined;
  return { digit, saliency: Float32Array.from(gradients.image), gradCam };
}

/** ReLU(Σ_k α_k · map_k), where α_k is the mean of ∂ logit / ∂ map_k. */
function gradCamOf(shape: Shape, maps: Float64Array, gradient: Float64Array) {
  const [height, width = 1, channels = 1] = shape;
  const alphas = new Float64Array(channels);
  for (const [i, value] of gradient.entries()) {
    alphas[i % channels] = (alphas[i % channels] as number) + value / (height * width);
  }
  const values = new Float32Array(height * width);
  for (const pixel of values.keys()) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) {
      sum += (alphas[channel] as number) * (maps[pixel * channels + channel] as number);
    }
    values[pixel] = Math.max(0, sum);
  }
  return { shape: [height, width, 1] as const, values };
}
