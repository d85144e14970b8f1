import { LANES, type Operation, parameterVectors, vectors } from './operations';

/** A weight tensor as rows of as many outputs as there are, each filled up to whole vectors. */
interface Rows {
  /** Floats in front of the first row. */
  readonly at: number;
  readonly rows: number;
  readonly outputs: number;
}

function rowsOf(operations: readonly Operation[]): Rows[] {
  return operations.flatMap((op) => {
    if (op.kind !== 'conv' && op.kind !== 'dense') return [];
    const { kernelAt, biasAt } = op.parameters;
    const outputs = op.to.channels;
    const rows = (biasAt - kernelAt) / vectors(outputs);
    return [
      { at: kernelAt * LANES, rows, outputs },
      { at: biasAt * LANES, rows: 1, outputs },
    ];
  });
}

/**
 * All parameters as they lie on the device.
 * @param weights - one array a tensor, in the order of the plan
 * @throws RangeError for weights of other sizes
 */
export function parameterValues(
  operations: readonly Operation[],
  weights: readonly Float32Array[],
): Float32Array<ArrayBuffer> {
  const all = new Float32Array(parameterVectors(operations) * LANES);
  for (const [i, { at, rows, outputs }] of rowsOf(operations).entries()) {
    const values = weights[i];
    if (values?.length !== rows * outputs) {
      throw new RangeError(`weight tensor ${i} needs ${rows * outputs} values, not ${values?.length}`);
    }
    for (let row = 0; row < rows; row++) {
      const start = row * outputs;
      all.set(values.subarray(start, start + outputs), at + row * vectors(outputs) * LANES);
    }
  }
  return all;
}

/** Copies of the weights, one array a tensor, in the order of the plan. */
export function weightValues(operations: readonly Operation[], parameters: Float32Array): Float32Array[] {
  return rowsOf(operations).map(({ at, rows, outputs }) => {
    const values = new Float32Array(rows * outputs);
    for (let row = 0; row < rows; row++) {
      const start = at + row * vectors(outputs) * LANES;
      values.set(parameters.subarray(start, start + outputs), row * outputs);
    }
    return values;
  });
}
