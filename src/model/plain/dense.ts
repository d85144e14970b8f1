/**
 * Weighted sums of a dense layer.
 * @param input - [in]
 * @param kernel - [in, out]
 * @param bias - [out]
 */
export function multiply(input: Float64Array, kernel: Float32Array, bias: Float32Array): Float64Array {
  const units = bias.length;
  const sums = Float64Array.from(bias);
  for (let i = 0; i < input.length; i++) {
    const value = input[i] as number;
    const row = i * units;
    for (let unit = 0; unit < units; unit++) {
      sums[unit] = (sums[unit] as number) + value * (kernel[row + unit] as number);
    }
  }
  return sums;
}

/** Gradient by the input [in], from that by the weighted sums [out]. */
export function multiplyBack(gradient: Float64Array, kernel: Float32Array): Float64Array {
  const units = gradient.length;
  const back = new Float64Array(kernel.length / units);
  for (let i = 0; i < back.length; i++) {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) {
      sum += (gradient[unit] as number) * (kernel[i * units + unit] as number);
    }
    back[i] = sum;
  }
  return back;
}
