import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy } from './vite-csp.ts';

const OUT = 'dist';
/** The largest part is ONNX Runtime, 14 MB. */
const LARGEST_BYTES = 30_000_000;

/** What the page begins with. */
const ENTRY = /<script type="module"[^>]* src="\.\/([^"]+)"/;

/** Makes the page installable, and puts the list of all its files into the worker that keeps them. */
export const offlinePlugin = (): PluginOption =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/page/offline/worker',
    filename: 'service-worker.ts',
    // The page does that itself, once it is at rest.
    injectRegister: false,
    includeManifestIcons: false,
    manifest: {
      name: 'Digit Lab',
      short_name: 'Digit Lab',
      description: 'Train a convolutional network on MNIST in this page, then draw a digit and have it read.',
      lang: 'en',
      // Of the W3C's draft, by language; a browser that doesn't know it shows the English one.
      ...{
        description_localized: {
          ru: 'Обучите свёрточную сеть на MNIST прямо на этой странице, потом нарисуйте цифру — сеть её прочтёт.',
          uk: 'Навчіть згорткову мережу на MNIST просто на цій сторінці, потім намалюйте цифру – мережа її прочитає.',
        },
      },
      id: './',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f6f7f9',
      theme_color: '#000000',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ...[192, 512].flatMap((size) => [
          { src: `icons/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' },
          {
            src: `icons/maskable-${size}.png`,
            sizes: `${size}x${size}`,
            type: 'image/png',
            purpose: 'maskable',
          },
        ]),
      ],
    },
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['**/*'],
      globIgnores: ['service-worker.*', 'manifest.webmanifest', 'bom.json'],
      maximumFileSizeToCacheInBytes: LARGEST_BYTES,
      manifestTransforms: [withChecksums],
    },
  });

interface Entry {
  url: string;
  revision: string | null;
  integrity?: string;
  size: number;
}

/** What the worker is told of each file: `versionOf` in src/page/offline/worker/version.ts reads it. */
async function withChecksums(entries: Entry[]): Promise<{ manifest: Entry[]; warnings: string[] }> {
  const manifest = await Promise.all(
    entries.map(async ({ url, size }): Promise<Entry> => {
      const content = await readFile(join(OUT, url));
      if (url === 'index.html')
        return { url: '', revision: ENTRY.exec(content.toString())?.[1] ?? null, size };
      const checksum = createHash('sha256').update(content).digest('base64');
      return { url, revision: null, integrity: `sha256-${checksum}`, size };
    }),
  );
  return { manifest, warnings: [] };
}

/** For the worker's own build: what each file that it keeps is to say of itself. */
export const POLICY_OF_KEPT = { __PAGE_POLICY__: JSON.stringify(contentSecurityPolicy('header')) };
