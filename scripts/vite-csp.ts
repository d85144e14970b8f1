import type { Plugin } from 'vite';
import { MIRRORS } from '../src/data/mnist-sources.ts';

/** Inside a meta tag `frame-ancestors` has no effect but an error in the console. */
export function contentSecurityPolicy(place: 'header' | 'meta'): string {
  const mirrors = MIRRORS.filter((mirror) => mirror.crossOrigin).map(({ url }) => new URL(url).origin);
  const directives = [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    `worker-src 'self' blob:`,
    `connect-src 'self' ${[...new Set(mirrors)].join(' ')}`,
    `img-src 'self' data: blob:`,
    // Plotly sets its styles inline.
    `style-src 'self' 'unsafe-inline'`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    ...(place === 'header' ? [`frame-ancestors 'none'`] : []),
  ];
  return directives.join('; ');
}

/**
 * The page's policy: a header of every answer in preview, because a meta tag does not reach a worker, and a meta tag in
 * the built page for static hosts. The dev server has none: React Refresh starts from an inline script.
 */
export function cspPlugin(): Plugin {
  return {
    name: 'digit-lab:csp',
    configurePreviewServer(server) {
      const policy = contentSecurityPolicy('header');
      server.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', policy);
        next();
      });
    },
    transformIndexHtml(_html, { server }) {
      if (server) return [];
      const content = contentSecurityPolicy('meta');
      const attrs = { 'http-equiv': 'Content-Security-Policy', content };
      return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
    },
  };
}
