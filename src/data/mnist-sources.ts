import type { MnistFileName } from './dataset.ts';

/** One of the four files of MNIST, as the official ones are when unpacked. */
export interface MnistFile {
  readonly name: MnistFileName;
  /** Unpacked. */
  readonly bytes: number;
  /** Of the unpacked content: mirrors compress differently. */
  readonly sha256: string;
  /** About what a mirror transfers, for the progress before the mirror says it. */
  readonly packedBytes: number;
}

export const MNIST_FILES: readonly MnistFile[] = [
  {
    name: 'train-images-idx3-ubyte',
    bytes: 47_040_016,
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    packedBytes: 9_912_422,
  },
  {
    name: 'train-labels-idx1-ubyte',
    bytes: 60_008,
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    packedBytes: 28_881,
  },
  {
    name: 't10k-images-idx3-ubyte',
    bytes: 7_840_016,
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    packedBytes: 1_648_877,
  },
  {
    name: 't10k-labels-idx1-ubyte',
    bytes: 10_008,
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    packedBytes: 4_542,
  },
];

export interface Mirror {
  readonly name: string;
  /** Ends in '/'; the files lie there as `<name>.gz`. */
  readonly url: string;
  /** True if a page of another origin may read it (Access-Control-Allow-Origin). */
  readonly crossOrigin: boolean;
}

/** In the order in which they are asked. To add a mirror: one entry here; the page's policy follows. */
export const MIRRORS: readonly Mirror[] = [
  { name: 'fgnt/mnist', url: 'https://raw.githubusercontent.com/fgnt/mnist/master/', crossOrigin: true },
  { name: 'ossci-datasets', url: 'https://ossci-datasets.s3.amazonaws.com/mnist/', crossOrigin: false },
  { name: 'cvdf-datasets', url: 'https://storage.googleapis.com/cvdf-datasets/mnist/', crossOrigin: false },
];

/** Sources that are not mirrors. The language files have words for them in `data.sources`. */
export const THIS_PAGE = 'this page';
export const THIS_BROWSER = 'this browser';
export const YOUR_FILES = 'your files';
export const THE_LAB = 'the lab';
