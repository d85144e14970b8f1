import type { Layer } from '../../model/network';
import type { NetworkPlan } from '../../model/shapes';
import { readingLayers, sizeOf } from '../../model/shapes';
import type { Activations, LayerOutput } from '../../protocol/inspect';

/** Maps of a layer that are shown; the others are counted. */
export const SHOWN_MAPS = 8;

/** One column of the strip. Without an output it is a skeleton of the right shape. */
export type StripLayer =
  | {
      readonly kind: 'maps';
      readonly layer: Layer;
      readonly side: number;
      readonly channels: number;
      readonly output: LayerOutput | undefined;
    }
  | {
      readonly kind: 'units';
      readonly layer: Layer;
      readonly units: number;
      readonly output: LayerOutput | undefined;
    }
  | { readonly kind: 'classes'; readonly probabilities: Float32Array | undefined };

/**
 * What the strip shows of a network: every layer but dropout, which does nothing while reading; the last one as the
 * probabilities of the classes.
 * @param look - ignored where it is of another network, as for a moment after the network was changed
 */
export function stripLayers(plan: NetworkPlan, look: Activations | undefined): StripLayer[] {
  const layers = readingLayers(plan);
  const fits =
    look !== undefined &&
    look.layers.length === layers.length &&
    layers.every(({ output }, i) => look.layers[i]?.values.length === sizeOf(output));
  return layers.map(({ layer, output: shape, isOutput }, i) => {
    if (isOutput) return { kind: 'classes', probabilities: fits ? look.probabilities : undefined };
    const output = fits ? look.layers[i] : undefined;
    return shape.length === 3
      ? { kind: 'maps', layer, side: shape[0], channels: shape[2], output }
      : { kind: 'units', layer, units: shape[0], output };
  });
}

/** A grid for a dense layer's units, about three times as high as wide: a power of two of columns. */
export function unitGrid(units: number): { readonly columns: number; readonly rows: number } {
  const columns = 2 ** Math.max(0, Math.round(Math.log2(Math.sqrt(units / 3.2))));
  return { columns, rows: Math.ceil(units / columns) };
}
