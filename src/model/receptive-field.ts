import { INPUT_SIDE } from './network';
import { type LayerPlan, windowedSide } from './shapes';

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
 * Zeros in front of the first pixel: 'same' padding makes the output as large as the input divided by the stride, and
 * puts an odd zero behind the last pixel (TensorFlow's rule).
 */
export function paddingBefore(
  side: number,
  window: number,
  stride: number,
  padding: 'valid' | 'same',
): number {
  if (padding === 'valid') return 0;
  const reach = (windowedSide(side, window, stride, padding) - 1) * stride + window;
  return Math.floor(Math.max(0, reach - side) / 2);
}

interface Windows {
  readonly size: number;
  readonly stride: number;
  /** Zeros above the input and to the left of it. */
  readonly above: number;
  readonly before: number;
}

/** How a layer's windows lie on its input; undefined where each output sees all of it. */
export function windowsOf({ layer, input }: LayerPlan): Windows | undefined {
  switch (layer.type) {
    case 'conv': {
      const [height, width = 1] = input;
      const { kernel: size, stride, padding } = layer;
      const zeros = (side: number) => paddingBefore(side, size, stride, padding);
      return { size, stride, above: zeros(height), before: zeros(width) };
    }
    case 'max-pool':
    case 'avg-pool':
      return { size: layer.size, stride: layer.stride, above: 0, before: 0 };
    case 'dropout':
      return { size: 1, stride: 1, above: 0, before: 0 };
    case 'dense':
      return undefined;
    default:
      return layer satisfies never;
  }
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
  const windows = windowsOf(plan);
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
