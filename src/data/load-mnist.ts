import { labelledImages } from './assemble.ts';
import {
  DataError,
  type DataProblem,
  type DataProgress,
  type Dataset,
  type MnistFileName,
} from './dataset.ts';
import { type After, download, type Net, realAfter } from './download.ts';
import { DATA_FOLDER, MANIFEST_NAME, type Manifest, parseManifest } from './manifest.ts';
import {
  MIRRORS,
  type Mirror,
  MNIST_FILES,
  type MnistFile,
  THIS_BROWSER,
  THIS_PAGE,
} from './mnist-sources.ts';
import { type MnistSource, type ObtainedFile, obtainAll, webSource } from './obtain.ts';
import { transferProgress } from './transfer-progress.ts';

/** Keeps files for the next visit, by the SHA-256 of their unpacked content. What it gives is checked again. */
export interface FileCache {
  get(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** @param packed - as transferred, gzipped or not */
  put(sha256: string, packed: Uint8Array<ArrayBuffer>): Promise<void>;
}

export interface LoadMnistOptions {
  /** Address of the page's folder, ending in '/'. */
  readonly base: string;
  readonly fetch: Net['fetch'];
  readonly cache: FileCache;
  readonly onProgress: (progress: DataProgress) => void;
  readonly signal?: AbortSignal;
  readonly after?: After;
  readonly files?: readonly MnistFile[];
  readonly mirrors?: readonly Mirror[];
}

const POLL_MS = 500;
const MANIFEST_LIMIT = 1_000_000;
const NOTHING: Manifest = { state: 'missing', received: 0, total: 0, problems: [] };

/**
 * The official MNIST: from the page's own server, else from this browser's cache, else from the mirrors that let a page
 * read them. Every file is checked against its SHA-256 before it is used or cached.
 * @returns the data, and what was tried in vain before
 * @throws DataError with every source's problem
 */
export async function loadMnist(
  options: LoadMnistOptions,
): Promise<{ dataset: Dataset; problems: readonly DataProblem[] }> {
  const { cache, onProgress, signal, files: wanted = MNIST_FILES, mirrors = MIRRORS } = options;
  const net: Net = { fetch: options.fetch, after: options.after ?? realAfter, signal };
  const folder = `${options.base}${DATA_FOLDER}`;
  const manifest = await serversManifest(folder, net, onProgress);
  const progress = transferProgress(wanted, onProgress);
  const own = manifest.state === 'ready' ? [webSource({ name: THIS_PAGE, url: folder }, net, progress)] : [];
  const readable = mirrors.filter((mirror) => mirror.crossOrigin);
  const sources = [...own, cacheSource(cache), ...readable.map((mirror) => webSource(mirror, net, progress))];
  try {
    const files = await obtainAll(wanted, sources, signal);
    await Promise.all(files.map((file) => keep(file, cache)));
    const tried = files.flatMap((file) => file.problems);
    return { dataset: datasetOf(files), problems: [...manifest.problems, ...tried] };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError([...manifest.problems, ...error.problems]);
  }
}

/** What the page's server has, asked again for as long as it is fetching the files itself. */
async function serversManifest(
  folder: string,
  net: Net,
  onProgress: (progress: DataProgress) => void,
): Promise<Manifest> {
  const place = { file: MANIFEST_NAME, source: THIS_PAGE };
  for (;;) {
    let manifest: Manifest | undefined;
    try {
      const bytes = await download(`${folder}${MANIFEST_NAME}`, place, net, MANIFEST_LIMIT);
      manifest = parseManifest(new TextDecoder().decode(bytes));
    } catch (error) {
      // A host without a manifest is not a fault: the page simply finds no data there.
      if (!(error instanceof DataError)) throw error;
    }
    if (manifest?.state !== 'loading') return manifest ?? NOTHING;
    onProgress({ source: THIS_PAGE, received: manifest.received, total: manifest.total });
    await pause(POLL_MS, net);
  }
}

async function pause(ms: number, { after, signal }: Net): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const end = () => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = after(ms, () => {
      signal?.removeEventListener('abort', end);
      resolve();
    });
    signal?.addEventListener('abort', end, { once: true });
  });
}

function cacheSource(cache: FileCache): MnistSource {
  return {
    name: THIS_BROWSER,
    // A cache that can't be read (private mode, blocked storage) is as good as an empty one.
    read: (file) => cache.get(file.sha256).catch(() => undefined),
  };
}

/** Files from elsewhere are kept for the next visit; the page's own server has them anyway. */
async function keep({ file, packed, source }: ObtainedFile, cache: FileCache): Promise<void> {
  if (source.name === THIS_PAGE || source.name === THIS_BROWSER) return;
  // A full disk must not cost the data that are here already.
  await cache.put(file.sha256, packed).catch(() => undefined);
}

function datasetOf(files: readonly ObtainedFile[]): Dataset {
  const named = (name: MnistFileName) => {
    const found = files.find(({ file }) => file.name === name) as ObtainedFile;
    return { bytes: found.bytes, place: { file: name, source: found.source.name } };
  };
  return {
    train: labelledImages(named('train-images-idx3-ubyte'), named('train-labels-idx1-ubyte')),
    test: labelledImages(named('t10k-images-idx3-ubyte'), named('t10k-labels-idx1-ubyte')),
    official: true,
    origin: [...new Set(files.map(({ source }) => source.name))].join(', '),
  };
}
