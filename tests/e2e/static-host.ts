import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

type Files = ReadonlyMap<string, Buffer>;

/** The built page on a host that sends files and no headers of its own; the tests' to update and to switch off. */
export interface StaticHost {
  readonly address: string;
  /** Puts the next version in the place of the one that is there: no script of before is left. */
  update(): void;
  /** From now on nobody is there. */
  close(): Promise<void>;
}

export async function startStaticHost(): Promise<StaticHost> {
  let files = builtFiles();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1).replace(/\?.*/, '') || 'index.html';
    const content = files.get(path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(content ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    update: () => {
      files = nextVersion(files);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function builtFiles(): Files {
  const paths = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  return new Map(paths.map((path) => [path.slice(DIST.length).replace(/^\//, ''), readFileSync(path)]));
}

/** The same page, each script under another name, as all are when one that all of them need has changed. */
function nextVersion(files: Files): Files {
  const scripts = new Set([...files.keys()].filter((path) => /^assets\/.*\.js$/.test(path)));
  const renamed = (path: string) => path.replace(/\.js$/, '_2.js');
  const next = new Map<string, Buffer>();
  for (const [path, content] of files) {
    if (!/\.(js|html)$/.test(path)) next.set(path, content);
    else {
      const text = content
        .toString()
        .replaceAll(/[\w.-]+\.js\b/g, (name) => (scripts.has(`assets/${name}`) ? renamed(name) : name));
      next.set(scripts.has(path) ? renamed(path) : path, Buffer.from(text));
    }
  }
  const worker = next.get('service-worker.js')?.toString() ?? '';
  next.set('service-worker.js', Buffer.from(withChecksums(worker, next)));
  return next;
}

/** The list in the service worker, with the checksums of files that have become others. */
const withChecksums = (worker: string, files: Files) =>
  worker.replaceAll(/\{[^{}]*"url":"([^"]+)"[^{}]*\}/g, (entry, path: string) => {
    const sha256 = createHash('sha256')
      .update(files.get(path) ?? '')
      .digest('base64');
    return entry.replace(/"sha256-[^"]*"/, `"sha256-${sha256}"`);
  });
