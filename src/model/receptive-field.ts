import { descriptorOf } from './layers/layer-types';
import { INPUT_SIDE } from './network';
import type { LayerPlan } from './shapes';

/** Pixels of a map; `bottom` and `right` are the first ones beyond. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface ReceptiveField {
  /** As if maps had no edges: where padding is added it reaches beyond the image. */
  readonly whole: Area;
  /** The pixels of the image that the value really depends on. */
  readonly onImage: Area;
}

/**
 * The window on the layer's own input from which one output is computed, as if the input had no edges.
 * @param y, x - of the output, pixels from 0; of a dense layer any
 */
export const windowAt = (plan: LayerPlan, y: number, x: number): Area =>
  windowOver(plan, { top: y, left: x, bottom: y + 1, right: x + 1 });

/** What is left of an area within a map. */
export const clip = (area: Area, height: number, width: number): Area => ({
  top: Math.max(0, area.top),
  left: Math.max(0, area.left),
  bottom: Math.min(height, area.bottom),
  right: Math.min(width, area.right),
});

/**
 * The part of the image that one output depends on.
 * @param layers - input side first
 * @param layer - its place in `layers`
 * @param y, x - of the output, pixels from 0; of a dense layer any
 */
export function receptiveField(
  layers: readonly LayerPlan[],
  layer: number,
  y: number,
  x: number,
): ReceptiveField {
  let whole: Area = { top: y, left: x, bottom: y + 1, right: x + 1 };
  let seen = whole;
  for (const plan of layers.slice(0, layer + 1).reverse()) {
    whole = windowOver(plan, whole);
    const [height, width] = sides(plan);
    // Layer by layer: what lies beyond a map is padding, and depends on no pixel.
    seen = clip(windowOver(plan, seen), height, width);
  }
  return { whole, onImage: clip(seen, INPUT_SIDE, INPUT_SIDE) };
}

function windowOver(plan: LayerPlan, area: Area): Area {
  const windows = descriptorOf(plan.layer).windows(plan.layer, plan.input);
  if (!windows) {
    const [height, width] = sides(plan);
    return { top: 0, left: 0, bottom: height, right: width };
  }
  const { size, stride, above, before } = windows;
  return {
    top: area.top * stride - above,
    left: area.left * stride - before,
    bottom: (area.bottom - 1) * stride - above + size,
    right: (area.right - 1) * stride - before + size,
  };
}

/** Of a vector: one pixel, with a channel a unit. */
function sides({ input }: LayerPlan): readonly [height: number, width: number] {
  return input.length === 3 ? [input[0], input[1]] : [1, 1];
}
