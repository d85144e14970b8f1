import { type LayerShapes, type Shape, sizeOf } from './layer';

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

/** @throws RangeError where they are missing */
export function kernelAndBias(weights: readonly Float32Array[]): [kernel: Float32Array, bias: Float32Array] {
  const [kernel, bias] = weights;
  if (!kernel || !bias) throw new RangeError('fewer weights than the network needs');
  return [kernel, bias];
}
