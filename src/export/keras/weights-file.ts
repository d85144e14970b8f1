import type { KerasClass, KerasNode } from './nodes';

/** Where one tensor lies in model.weights.h5. */
interface StoredTensor {
  readonly path: string;
  readonly shape: readonly number[];
}

/** Keras' snake case of those that have weights (keras.src.utils.naming.to_snake_case). */
const GROUPS: Partial<Record<KerasClass, string>> = {
  Conv2D: 'conv2d',
  SeparableConv2D: 'separable_conv2d',
  BatchNormalization: 'batch_normalization',
  Dense: 'dense',
};

/**
 * Keras names the groups by the classes of the layers, whatever the layers are called: `layers/conv2d_1`.
 * @returns called for each layer in turn; undefined for one without weights
 */
export function groupNames(): (className: string) => string | undefined {
  const counts = new Map<string, number>();
  return (className) => {
    const group = GROUPS[className as KerasClass];
    if (group === undefined) return undefined;
    const count = counts.get(group) ?? 0;
    counts.set(group, count + 1);
    return `layers/${count === 0 ? group : `${group}_${count}`}`;
  };
}

/** @returns in the order of the weights */
export function storedTensors(nodes: readonly KerasNode[]): StoredTensor[] {
  const groupOf = groupNames();
  return nodes.flatMap(({ className, weights }) => {
    const group = groupOf(className);
    return weights.map(({ shape }, i) => ({ path: `${group}/vars/${i}`, shape }));
  });
}

type H5 = typeof import('h5wasm');
/** Four megabytes of code: loaded when somebody takes a network away. */
const loadH5 = async (): Promise<H5> => {
  const h5 = await import('h5wasm');
  // Otherwise it writes what is wrong with a file to the console, and goes on.
  (await h5.ready).activate_throwing_error_handler();
  return h5;
};

let files = 0;

/** Calls with the name of a file of its own in HDF5's file system in memory, which is gone afterwards. */
async function withFile<Made>(use: (h5: H5, fs: NonNullable<H5['FS']>, name: string) => Made): Promise<Made> {
  const h5 = await loadH5();
  const { FS } = h5;
  if (!FS) throw new Error('HDF5 has no file system');
  const name = `${++files}.h5`;
  try {
    return use(h5, FS, name);
  } finally {
    if (FS.analyzePath(name).exists) FS.unlink(name);
  }
}

/** Each group that a tensor lies in, those further out first. */
function groupsAbove(tensors: readonly StoredTensor[]): Set<string> {
  const steps = tensors.map(({ path }) => path.split('/'));
  return new Set(steps.flatMap((names) => names.slice(1).map((_, i) => names.slice(0, i + 1).join('/'))));
}

/**
 * An HDF5 file of single-precision tensors.
 * @param values - one array a tensor
 */
export const writeWeightsFile = (
  tensors: readonly StoredTensor[],
  values: readonly Float32Array[],
): Promise<Uint8Array<ArrayBuffer>> =>
  withFile(({ File }, fs, name) => {
    const file = new File(name, 'w');
    for (const group of groupsAbove(tensors)) file.create_group(group);
    for (const [i, { path, shape }] of tensors.entries()) {
      const data = values[i];
      if (!data) throw new RangeError('fewer weights than the network needs');
      file.create_dataset({ name: path, data, shape: [...shape], dtype: '<f4' });
    }
    // The model's own, of which there are none.
    file.create_group('vars');
    file.close();
    return new Uint8Array(fs.readFile(name));
  });

interface FoundTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** @returns for each group its tensors, in order */
export const readWeightsFile = (bytes: Uint8Array): Promise<ReadonlyMap<string, FoundTensor[]>> =>
  withFile(({ File, Group, Dataset }, fs, name) => {
    fs.writeFile(name, bytes);
    const file = new File(name, 'r');
    const within = (path: string) => {
      const found = file.get(path);
      return found instanceof Group ? found.keys().map((key) => `${path}/${key}`) : [];
    };
    const valuesOf = (path: string) => {
      const found = file.get(path);
      if (!(found instanceof Dataset)) return [];
      const { shape, value } = found;
      return shape && value instanceof Float32Array ? [{ shape, values: value.slice() }] : [];
    };
    try {
      return new Map(within('layers').map((group) => [group, within(`${group}/vars`).flatMap(valuesOf)]));
    } finally {
      file.close();
    }
  });
