import type { LayerWeights } from '../../protocol/inspect';

/** The weights of a layer's kernels that it learns, and their shapes: of a separable convolution those of both parts. */
export function learntWeights({ kernel, separable, shape }: LayerWeights): {
  readonly values: Float32Array;
  readonly shapes: readonly (readonly number[])[];
} {
  if (!separable) return { values: kernel, shapes: [shape] };
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
  return {
    values: Float32Array.of(...separable.depthwise, ...separable.pointwise),
    shapes: [
      [height, width, inputs, 1],
      [1, 1, inputs, outputs],
    ],
  };
}
