import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type DataProblem, type DataProgress, refusal } from '../src/data/dataset.ts';
import { type Net, realAfter } from '../src/data/download.ts';
import { isGzip } from '../src/data/gunzip.ts';
import { MIRRORS, type Mirror, MNIST_FILES, type MnistFile } from '../src/data/mnist-sources.ts';
import { type MnistSource, type ObtainedFile, obtainAll, webSource } from '../src/data/obtain.ts';
import { transferProgress } from '../src/data/transfer-progress.ts';
import { npzSource } from './npz-source.ts';

export interface EnsureMnistOptions {
  /** Holds `<name>.gz` afterwards, each checked. */
  readonly cacheDir: string;
  /** A folder of idx files, gzipped or not, or with mnist.npz; undefined for none. */
  readonly mnistDir?: string | undefined;
  readonly mirrors?: readonly Mirror[];
  readonly files?: readonly MnistFile[];
  readonly fetch?: Net['fetch'];
  readonly after?: Net['after'];
  readonly onProgress?: (progress: DataProgress) => void;
  /** Ends the transfers; what is here already is used all the same. */
  readonly signal?: AbortSignal | undefined;
}

/** Where the files came from, and what was tried in vain before. */
interface EnsuredMnist {
  readonly origin: string;
  readonly problems: readonly DataProblem[];
}

/**
 * Sees to it that the cache folder holds the official MNIST: as it is, from MNIST_DIR, or from the mirrors. Every file
 * is checked against its SHA-256, those in the cache too.
 * @throws DataError with every source's problem
 */
export async function ensureMnist(options: EnsureMnistOptions): Promise<EnsuredMnist> {
  const { cacheDir, mnistDir, signal, mirrors = MIRRORS, files = MNIST_FILES } = options;
  const net: Net = { fetch: options.fetch ?? fetch, after: options.after ?? realAfter, signal };
  const onBytes = transferProgress(files, options.onProgress ?? (() => undefined));
  const sources = [
    folderSource(cacheDir),
    ...(mnistDir ? [namedFolder(mnistDir)] : []),
    ...mirrors.map((mirror) => webSource(mirror, net, onBytes)),
  ];
  const obtained = await obtainAll(files, sources, signal);
  await mkdir(cacheDir, { recursive: true });
  await Promise.all(obtained.map((file) => keep(file, cacheDir)));
  return {
    origin: [...new Set(obtained.map(({ source }) => source.name))].join(', '),
    problems: obtained.flatMap(({ problems }) => problems),
  };
}

function folderSource(folder: string): MnistSource {
  return {
    name: folder,
    async read({ name }) {
      // Some archives put a dot where the original names have a hyphen.
      const dotted = name.replace('-idx', '.idx');
      for (const candidate of [`${name}.gz`, name, `${dotted}.gz`, dotted]) {
        const bytes = await readIfThere(join(folder, candidate));
        if (bytes) return bytes;
      }
      return undefined;
    },
  };
}

/** A person who names a folder expects the files there, and is told where they are not. */
function namedFolder(folder: string): MnistSource {
  const idx = folderSource(folder);
  const npz = npzSource(folder);
  return {
    name: folder,
    async read(file) {
      const bytes = (await idx.read(file)) ?? (await npz.read(file));
      if (!bytes) throw refusal('not-found', { file: file.name, source: folder });
      return bytes;
    },
  };
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return undefined;
  }
}

/** Written beside its place and moved there whole, so that a run that is cut off leaves no half file. */
async function keep({ file, packed, source }: ObtainedFile, cacheDir: string): Promise<void> {
  if (source.name === cacheDir) return;
  const zipped = isGzip(packed) ? packed : await promisify(gzip)(packed);
  const path = join(cacheDir, `${file.name}.gz`);
  const unfinished = `${path}.${process.pid}.unfinished`;
  await writeFile(unfinished, zipped);
  await rename(unfinished, path);
}
