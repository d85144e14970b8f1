import { randomBytes } from 'node:crypto';
import type { Connect, Plugin } from 'vite';
import { MIRRORS } from '../src/data/mnist-sources.ts';

type Place =
  /** Of every answer in preview. */
  | 'header'
  /** In the built page. `frame-ancestors` has no effect there but an error in the console. */
  | 'meta'
  /** Of every answer of the dev server: Vite's client has a socket, React Refresh an inline script. */
  | { readonly nonce: string };

/** The page's policy. `worker-src` needs no `blob:` since each worker has a file of its own. */
export function contentSecurityPolicy(place: Place): string {
  const mirrors = MIRRORS.filter((mirror) => mirror.crossOrigin).map(({ url }) => new URL(url).origin);
  const dev = typeof place === 'object' ? { script: ` 'nonce-${place.nonce}'`, connect: ' ws:' } : undefined;
  const directives = [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'${dev?.script ?? ''}`,
    `worker-src 'self'`,
    `connect-src 'self' ${[...new Set(mirrors)].join(' ')}${dev?.connect ?? ''}`,
    `img-src 'self' data: blob:`,
    // Plotly sets its styles inline.
    `style-src 'self' 'unsafe-inline'`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    // In the page alone: a worker that starts others would need rules of its own.
    ...(place === 'meta' ? [`trusted-types default`, `require-trusted-types-for 'script'`] : []),
    ...(place === 'meta' ? [] : [`frame-ancestors 'none'`]),
  ];
  return directives.join('; ');
}

/** What else a host should say: types are what they are said to be, addresses (settings) stay here, no devices. */
export const OTHER_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=()',
} as const;

/** The page's policy: as headers in preview and development, and in a meta tag of the built page for static hosts. */
export function cspPlugin(): Plugin {
  const nonce = randomBytes(16).toString('base64');
  return {
    name: 'digit-lab:csp',
    config: (_config, { command, isPreview }) =>
      command === 'serve' && !isPreview ? { html: { cspNonce: nonce } } : undefined,
    configureServer: (server) => {
      server.middlewares.use(withHeaders(contentSecurityPolicy({ nonce })));
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(withHeaders(contentSecurityPolicy('header')));
    },
    transformIndexHtml(_html, { server }) {
      if (server) return [];
      const content = contentSecurityPolicy('meta');
      const policy = { 'http-equiv': 'Content-Security-Policy', content };
      const referrer = { name: 'referrer', content: OTHER_HEADERS['Referrer-Policy'] };
      return [policy, referrer].map((attrs) => ({ tag: 'meta', attrs, injectTo: 'head-prepend' }));
    },
  };
}

const withHeaders =
  (policy: string): Connect.NextHandleFunction =>
  (_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy);
    for (const [name, value] of Object.entries(OTHER_HEADERS)) response.setHeader(name, value);
    next();
  };
