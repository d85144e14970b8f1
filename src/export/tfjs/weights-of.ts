import { PARAMETER_LIMIT, sizeOf } from '../../model/shapes';
import type { Refuse } from '../read/network-file-error';
import type { WeightGroup } from './model-json';

const VALUE_BYTES = 4;
/** Parameters, and the running averages of normalisations, which are none. */
const MOST_VALUES = PARAMETER_LIMIT + 100_000;

interface StoredWeight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The weights of a file by their names: 'conv2d_1/kernel'. */
export type StoredWeights = ReadonlyMap<string, StoredWeight>;

/**
 * All weights, each in full: TensorFlow.js itself takes random ones for those that are not there, and says nothing.
 * @param files - the weight files by their names
 * @throws NetworkFileError
 */
export function weightsOf(
  manifest: readonly WeightGroup[],
  files: ReadonlyMap<string, Uint8Array>,
  refuse: Refuse,
): StoredWeights {
  const values = sizeOfAll(manifest.flatMap(({ weights }) => weights));
  // Before any of them is read.
  if (values > MOST_VALUES)
    throw refuse('too-large', 'weightsManifest', `${values} weights, at most ${MOST_VALUES}`);
  const found = new Map<string, StoredWeight>();
  for (const { paths, weights } of manifest) {
    const bytes = joined(paths, files, sizeOfAll(weights) * VALUE_BYTES, refuse);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const { name, shape, dtype, quantization } of weights) {
      if (dtype !== 'float32') throw refuse('unsupported', name, dtype);
      if (quantization !== undefined) throw refuse('unsupported', name, 'quantization');
      const size = sizeOf(shape);
      if (at + size * VALUE_BYTES > bytes.length) throw refuse('missing', name, 'values');
      const start = at;
      const values = Float32Array.from({ length: size }, (_, i) =>
        view.getFloat32(start + VALUE_BYTES * i, true),
      );
      at += size * VALUE_BYTES;
      found.set(shortName(name), { shape, values });
    }
  }
  return found;
}

const sizeOfAll = (weights: WeightGroup['weights']): number =>
  weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);

/** @param most - bytes: one file may be named many times */
function joined(
  paths: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
  most: number,
  refuse: Refuse,
): Uint8Array<ArrayBuffer> {
  const parts = paths.map((path) => {
    const part = files.get(path) ?? files.get(path.split('/').at(-1) ?? '');
    if (!part) throw refuse('missing', path, 'file');
    return part;
  });
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > most) throw refuse('damaged', paths[0] ?? '', `${length} bytes, not ${most}`);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The layer and the weight, without what models put in front and TensorFlow 1 behind: 'model/conv2d/kernel:0'. */
const shortName = (name: string): string => name.replace(/:\d+$/, '').split('/').slice(-2).join('/');
