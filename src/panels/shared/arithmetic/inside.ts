import type { Activation, Settings } from '../../../model/settings';
import { type LayerPlan, layerBefore, planNetwork, readingLayers, sizeOf } from '../../../model/shapes';
import type { LayerOutput } from '../../../protocol/inspect';
import type { Subject } from '../../../state/inspection/subject';

/** One image in one network: what the panel takes apart. */
export interface Inside {
  /** [784], 0 to 1 */
  readonly image: Float32Array;
  /** Those that do something while reading, input side first. */
  readonly layers: readonly LayerPlan[];
  /** After the activation, in the same order. */
  readonly outputs: readonly LayerOutput[];
  readonly activation: Activation;
}

/** Undefined until there is an image and a network, and for a moment while what was seen is of the network before. */
export function insideOf(built: Settings | undefined, subject: Subject | undefined): Inside | undefined {
  if (!built || !subject) return undefined;
  const planned = planNetwork(built.network);
  if (!planned.ok) return undefined;
  const layers = readingLayers(planned.plan);
  const { image, look } = subject;
  const fits =
    look.layers.length === layers.length &&
    layers.every(({ output }, i) => look.layers[i]?.values.length === sizeOf(output));
  return fits ? { image, layers, outputs: look.layers, activation: built.activation } : undefined;
}

/** What a layer is given, row by row, channels last. */
export const inputOf = ({ image, outputs }: Inside, layer: number): Float32Array =>
  outputs[layer - 1]?.values ?? image;

/** What a layer is given, and what the layer before was given: a residual addition adds both. */
export const givenTo = (inside: Inside, layer: number) => ({
  input: inputOf(inside, layer),
  around: inputOf(inside, layerBefore(inside.layers.slice(0, layer))),
});
