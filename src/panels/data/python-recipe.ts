import type { DataProblem } from '../../data/dataset';

/** A file that is not read here, and what makes an npz of it. */
interface Recipe {
  readonly code: string;
  /** Python runs what such a file says. */
  readonly isProgram: boolean;
}

/** A name as Python writes it, whatever is in it. */
const quoted = (name: string) => JSON.stringify(name);

/** Two lines of Python that make an npz of a file; undefined for problems that these don't help against. */
export function recipeFor({ code, file, field }: DataProblem): Recipe | undefined {
  const name = field?.split('/').at(-1) ?? file;
  switch (code) {
    case 'convert-pickle': {
      const open = /gz$/i.test(name) ? 'gzip.open' : 'open';
      const lines = [
        `import gzip, pickle, numpy as np; train, *_, test = pickle.load(${open}(${quoted(name)}, 'rb'), encoding='latin1')`,
        `np.savez('digits.npz', x_train=train[0], y_train=train[1], x_test=test[0], y_test=test[1])`,
      ];
      return { code: lines.join('\n'), isProgram: true };
    }
    case 'convert-hdf5': {
      const lines = [
        `import h5py, numpy as np; f = h5py.File(${quoted(name)}); d = {}; f.visititems(lambda n, v: d.update({n.replace('/', '_'): v[()]} if hasattr(v, 'shape') else {}))`,
        `np.savez('digits.npz', **d)`,
      ];
      return { code: lines.join('\n'), isProgram: false };
    }
    case 'convert-matlab': {
      // EMNIST's are structs in structs: dataset.train.images becomes train_images.
      const lines = [
        `import numpy as np; from scipy.io import loadmat; flat = lambda d, own='': {k: v for n, x in d.items() if n[:2] != '__' for k, v in (flat(x, n + '_') if isinstance(x, dict) else {own + n: x}).items()}`,
        `np.savez('digits.npz', **flat(loadmat(${quoted(name)}, simplify_cells=True)))`,
      ];
      return { code: lines.join('\n'), isProgram: false };
    }
    default:
      return undefined;
  }
}
