import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { Logger, Plugin } from 'vite';
import { DataError } from '../src/data/dataset.ts';
import { DATA_FOLDER, MANIFEST_NAME, type Manifest, parseManifest } from '../src/data/manifest.ts';
import { MIRRORS, MNIST_FILES } from '../src/data/mnist-sources.ts';
import { type EnsureMnistOptions, ensureMnist } from './mnist.ts';
import { problemSentences } from './problem-sentence.ts';

/** A build does not wait longer than this for the mirrors. */
const BUILD_TRANSFER_MS = 20_000;

const EMPTY = { received: 0, total: 0, problems: [] };

/** What the handler serves: a folder of `<name>.gz` and what is known about it at this moment. */
interface ServedData {
  folder: string;
  manifest: Manifest;
}

/**
 * Serves MNIST from the page's own origin: dev server and preview at `data/mnist/`, a build as files in that folder.
 * Servers are up at once and get the data in the background; the manifest tells the page how far they are.
 */
export function mnistPlugin(overrides: Partial<EnsureMnistOptions> = {}): Plugin {
  let options: EnsureMnistOptions;
  let logger: Logger;
  return {
    name: 'digit-lab:mnist',
    configResolved(config) {
      logger = config.logger;
      options = {
        cacheDir: resolve(config.root, '.cache/mnist'),
        mnistDir: process.env.MNIST_DIR && resolve(process.env.MNIST_DIR),
        mirrors: process.env.DIGIT_LAB_OFFLINE === '1' ? [] : MIRRORS,
        ...overrides,
      };
    },
    configureServer(server) {
      server.middlewares.use(dataHandler(server.config.base, serveInBackground(options, logger)));
    },
    async configurePreviewServer(server) {
      const { root, base, build } = server.config;
      const built = await builtData(resolve(root, build.outDir, DATA_FOLDER));
      if (built) logger.info(`MNIST: as built, from ${built.folder}`);
      server.middlewares.use(dataHandler(base, built ?? serveInBackground(options, logger)));
    },
    async generateBundle() {
      const manifest = await manifestForBuild(options, logger);
      const emit = (name: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: `${DATA_FOLDER}${name}`, source });
      emit(MANIFEST_NAME, JSON.stringify(manifest));
      if (manifest.state !== 'ready') return;
      for (const { name } of MNIST_FILES) {
        emit(`${name}.gz`, await readFile(join(options.cacheDir, `${name}.gz`)));
      }
    },
  };
}

function serveInBackground(options: EnsureMnistOptions, logger: Logger): ServedData {
  const data: ServedData = { folder: options.cacheDir, manifest: { state: 'loading', ...EMPTY } };
  const onProgress: EnsureMnistOptions['onProgress'] = ({ received, total }) => {
    data.manifest = { ...data.manifest, received, total };
  };
  void manifestAfter({ ...options, onProgress }, logger).then((manifest) => {
    data.manifest = manifest;
  });
  return data;
}

function manifestForBuild(options: EnsureMnistOptions, logger: Logger): Promise<Manifest> {
  return manifestAfter({ ...options, signal: AbortSignal.timeout(BUILD_TRANSFER_MS) }, logger);
}

/** Says in the terminal where the data came from, or what failed and what to do. Never fails itself. */
async function manifestAfter(options: EnsureMnistOptions, logger: Logger): Promise<Manifest> {
  try {
    const { origin, problems } = await ensureMnist(options);
    for (const sentence of problemSentences(problems)) logger.warn(`MNIST: ${sentence}`);
    logger.info(`MNIST: ready, from ${origin}`);
    return { state: 'ready', ...EMPTY, problems: [...problems] };
  } catch (error) {
    const problems = error instanceof DataError ? error.problems : [];
    for (const sentence of problemSentences(problems)) logger.warn(`MNIST: ${sentence}`);
    if (!(error instanceof DataError)) logger.error(`MNIST: ${String(error)}`);
    logger.warn(
      'MNIST: no data here. Set MNIST_DIR to a folder with the four files or mnist.npz; without it the page asks the mirrors itself.',
    );
    return { state: 'missing', ...EMPTY, problems: [...problems] };
  }
}

/** What a build left in its folder, if that is the whole of the data. */
async function builtData(folder: string): Promise<ServedData | undefined> {
  try {
    const manifest = parseManifest(await readFile(join(folder, MANIFEST_NAME), 'utf8'));
    return manifest?.state === 'ready' ? { folder, manifest } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Everything below `data/mnist/`: the manifest, the four files, and a real 404 for the rest, where Vite's own fallback
 * would answer 200 with the page. Vite would also add `Content-Encoding: gzip` to names in `.gz`.
 */
function dataHandler(base: string, data: ServedData) {
  const prefix = `${base.startsWith('/') ? base : '/'}${DATA_FOLDER}`;
  return async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const path = (request.url ?? '').split('?')[0] as string;
    if (!path.startsWith(prefix)) return next();
    const name = path.slice(prefix.length);
    if (name === MANIFEST_NAME) return sendManifest(response, data.manifest);
    const known = MNIST_FILES.some((file) => `${file.name}.gz` === name);
    if (known && data.manifest.state === 'ready') return sendFile(request, response, join(data.folder, name));
    return sendNotFound(response, prefix);
  };
}

function sendManifest(response: ServerResponse, manifest: Manifest): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(manifest));
}

async function sendFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) return sendNotFound(response, path);
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': size,
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(path)
      .on('error', (error) => response.destroy(error))
      .pipe(response);
}

function sendNotFound(response: ServerResponse, where: string): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`Not a file of ${where}\n`);
}
