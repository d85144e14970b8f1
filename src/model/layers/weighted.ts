import { type LayerShapes, type PlacedLayer, type Shape, sizeOf } from './layer';

/** Shapes of a layer of weighted sums: each output channel has a kernel and a bias. */
export function weightedShapes(output: Shape, kernel: readonly number[]): LayerShapes {
  const outputs = output[output.length - 1] as number;
  const positions = sizeOf(output) / outputs;
  return {
    output,
    weights: [
      { role: 'kernel', shape: kernel },
      { role: 'bias', shape: [outputs] },
    ],
    flops: 2 * sizeOf(kernel) * positions,
  };
}

/**
 * In front of a normalisation there is no bias: zeros.
 * @throws RangeError where the kernel is missing
 */
export function kernelAndBias(
  { output }: Pick<PlacedLayer<unknown>, 'output'>,
  weights: readonly Float32Array[],
): [kernel: Float32Array, bias: Float32Array] {
  const [kernel, bias = new Float32Array(output[output.length - 1] as number)] = weights;
  if (!kernel) throw new RangeError('fewer weights than the network needs');
  return [kernel, bias];
}
