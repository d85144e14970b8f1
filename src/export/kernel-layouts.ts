import type { Shape } from '../model/shapes';

/** Kernels [height, width, in, out] as [out, in, height, width]. */
export function channelsFirstWindows(kernel: Float32Array, inputs: number, outputs: number): Float32Array {
  const taps = kernel.length / (inputs * outputs);
  return Float32Array.from(kernel, (_, i) => {
    const tap = i % taps;
    const input = Math.floor(i / taps) % inputs;
    const output = Math.floor(i / (taps * inputs));
    return kernel[(tap * inputs + input) * outputs + output] as number;
  });
}

/** The reverse. */
export function channelsLastWindows(kernel: Float32Array, inputs: number, outputs: number): Float32Array {
  const taps = kernel.length / (inputs * outputs);
  return Float32Array.from(kernel, (_, i) => {
    const output = i % outputs;
    const input = Math.floor(i / outputs) % inputs;
    const tap = Math.floor(i / (outputs * inputs));
    return kernel[(output * inputs + input) * taps + tap] as number;
  });
}

/** Rows of a dense kernel behind maps in the order channels, rows, columns. */
export function channelsFirstRows(kernel: Float32Array, input: Shape): Float32Array {
  if (input.length === 1) return kernel;
  const [height, width, channels] = input;
  return moveRows(kernel, channels, height * width);
}

/** The reverse. */
export function channelsLastRows(kernel: Float32Array, input: Shape): Float32Array {
  if (input.length === 1) return kernel;
  const [height, width, channels] = input;
  return moveRows(kernel, height * width, channels);
}

/** Rows that lie as [inner, outer] as [outer, inner]. */
function moveRows(kernel: Float32Array, outer: number, inner: number): Float32Array {
  const units = kernel.length / (outer * inner);
  const moved = new Float32Array(kernel.length);
  for (let i = 0; i < outer; i++) {
    for (let k = 0; k < inner; k++) {
      const from = (k * outer + i) * units;
      moved.set(kernel.subarray(from, from + units), (i * inner + k) * units);
    }
  }
  return moved;
}

/** A matrix [rows, columns] as [columns, rows]. */
export function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)] as number);
}
