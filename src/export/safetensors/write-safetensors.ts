interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * A file of tensors in single precision: 8 bytes with the length of the header, the header as JSON, and the values,
 * little end first (github.com/huggingface/safetensors, 'Format').
 * @param metadata - texts under names of one's own
 */
export function writeSafetensors(
  tensors: readonly Tensor[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  let end = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    end += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [end - values.byteLength, end] }] as const;
  });
  const header = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const text = new TextEncoder().encode(header);
  // Spaces behind it, so that the values begin where 8 divides.
  const length = Math.ceil(text.length / 8) * 8;
  const file = new Uint8Array(8 + length + end).fill(' '.charCodeAt(0), 8, 8 + length);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(length), true);
  file.set(text, 8);
  let at = 8 + length;
  for (const { values } of tensors) {
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return file;
}
