import { createHash } from 'node:crypto';
import { type Version, versionOf } from '../../../src/page/offline/worker/version';

export const SCOPE = 'https://host/lab/';

/** What a browser throws where a page may keep no more. */
const full = () => new DOMException('no space left', 'QuotaExceededError');

/** The browser's Cache Storage, of which one cache is used. */
export class FakeCaches {
  readonly kept = new Map<string, { readonly text: string; readonly headers: Headers }>();
  /** How many files there is room for. */
  room = Number.POSITIVE_INFINITY;

  readonly caches = {
    open: async () =>
      ({
        match: async (request: string | Request, { ignoreSearch = false } = {}) => {
          const url = typeof request === 'string' ? request : request.url;
          const plain = (address: string) => (ignoreSearch ? address.replace(/\?.*/, '') : address);
          const found = [...this.kept].find(([address]) => plain(address) === plain(url))?.[1];
          return found && new Response(found.text, { headers: found.headers });
        },
        put: async (address: string, response: Response) => {
          if (this.kept.size >= this.room) throw full();
          this.kept.set(address, { text: await response.text(), headers: response.headers });
        },
        delete: async (request: string | Request) =>
          this.kept.delete(typeof request === 'string' ? request : request.url),
        keys: async () => [...this.kept.keys()].map((url) => ({ url })),
      }) as unknown as Cache,
  };

  texts = () => [...this.kept.values()].map(({ text }) => text).sort();
}

/** A host of some files, by their path; what it answered is noted. */
export class FakeHost {
  readonly asked: string[] = [];
  isThere = true;

  constructor(public files: Readonly<Record<string, string>>) {}

  fetch = (async (request: string | Request, options: RequestInit = {}) => {
    const path = (typeof request === 'string' ? request : request.url)
      .slice(SCOPE.length)
      .replace(/\?.*/, '');
    this.asked.push(path);
    if (!this.isThere) throw new TypeError('Failed to fetch');
    const text = this.files[path];
    if (text === undefined) return new Response('none', { status: 404 });
    // As browsers do.
    if (options.integrity && options.integrity !== integrityOf(text)) throw new TypeError('integrity');
    return new Response(text, { headers: { 'Content-Type': 'text/javascript' } });
  }) as typeof fetch;
}

const integrityOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** What a build would say of these files. */
export const versionWith = (files: Readonly<Record<string, string>>, script: string): Version =>
  versionOf(
    Object.entries(files).map(([url, text]) =>
      url === '' ? { url, revision: script } : { url, revision: null, integrity: integrityOf(text) },
    ),
    'the policy',
  );

export const FIRST = {
  '': '<script src="./assets/index-1.js">',
  'assets/index-1.js': 'first index',
  'assets/panel-1.js': 'first panel',
  'assets/plotly-1.js': 'plotly',
  'pretrained/card.json': 'card',
  'data/mnist/t10k.gz': 'digits',
};
export const SECOND = {
  '': '<script src="./assets/index-2.js">',
  'assets/index-2.js': 'second index',
  'assets/panel-2.js': 'second panel',
  'assets/plotly-1.js': 'plotly',
  'pretrained/card.json': 'another card',
  'data/mnist/t10k.gz': 'digits',
};
export const FIRST_VERSION = versionWith(FIRST, 'assets/index-1.js');
export const SECOND_VERSION = versionWith(SECOND, 'assets/index-2.js');
