import type { Pictures } from '../../charts/picture-grid';
import type { LayerWeights } from '../../protocol/inspect';

/** Units in the grid; the number field reaches the others. */
export const MOST_UNITS = 256;

/** A dense layer's units, each a square: the length of its weights, √Σw². */
export function unitPictures({ kernel, bias }: LayerWeights): Pictures {
  const units = bias.length;
  const values = new Float32Array(Math.min(units, MOST_UNITS));
  for (let start = 0; start < kernel.length; start += units) {
    for (const unit of values.keys()) {
      values[unit] = (values[unit] as number) + (kernel[start + unit] as number) ** 2;
    }
  }
  return { count: values.length, width: 1, height: 1, values: values.map(Math.sqrt) };
}
