import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { BROWSER_FLAGS, findChromium } from './scripts/chromium.mjs';

// Apart from vite.config.ts, whose plugins look for data and set the policy of the served page.
const executablePath = await findChromium();

const ARCHITECTURE = 'tests/unit/architecture/**/*.test.ts';
/** Whose tests have other modules in the place of those that they import, or a database of the thread. */
const APART = 'tests/unit/{engine,engine-client,offline,state,storage}/**/*.test.ts';

const results = process.env.DIGIT_LAB_TEST_RESULTS ?? 'test-results';
/** By how much a test browser is made slower. */
const throttle = Number(process.env.DIGIT_LAB_THROTTLE ?? 1);

/** Files that take long: one that begins last keeps one core busy while the others have nothing to do. */
const LONGEST = ['wasm/parity', 'wasm/batch-norm', 'unit/fuzz', 'data/orientation', 'fine-tune/fine-tuner'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.includes(name));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** Plotly comes with a map of its source twice as large as itself, which the browser would read in each test file. */
const withoutPackageMaps = {
  name: 'without-package-maps',
  transform: (code: string, id: string) =>
    id.includes('/.vite/') && id.includes('/deps/') ? { code, map: { mappings: '' } as const } : undefined,
};

/** Modules in whose place some test has another (`vi.mock`): kept, one would be taken for the other. */
const REPLACED = /\/src\/charts\/load-plotly\.ts/;

/** What one file of tests has fetched the browser does not ask for again in the next: that is a quarter of their time. */
const fetchedOnce: Plugin = {
  name: 'fetched-once',
  configureServer({ middlewares }) {
    if (!process.argv.includes('run')) return;
    middlewares.use(({ url = '' }, response, next) => {
      const set = response.setHeader.bind(response);
      const isFetchedOnce = /^\/(src|tests)\//.test(url) && !REPLACED.test(url);
      response.setHeader = (name, value) =>
        set(name, isFetchedOnce && name === 'Cache-Control' ? 'max-age=3600' : value);
      next();
    });
  },
};

/** A project whose tests run in Node, as many files at a time as there are cores. */
const inNode = (name: string, include: string[], options: { isolate: boolean; exclude?: string[] }) => ({
  plugins: [react()],
  test: {
    name,
    include,
    environment: 'node' as const,
    // A slow machine is no reason to fail; no test passes because it waited.
    testTimeout: 60_000,
    // Threads begin sooner than processes.
    pool: 'threads' as const,
    // One less than there are cores would leave the last one idle.
    maxWorkers: '100%',
    setupFiles: ['tests/unit/own-channels.ts'],
    ...options,
  },
});

/** A project whose tests run in a real browser, the files one after the other. */
const inBrowser = (name: string, include: string[]) => ({
  plugins: [react(), withoutPackageMaps, fetchedOnce],
  // Found while a test runs, they would make the dev server reload the page under it.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
      '@tensorflow/tfjs-vis/dist/render/barchart',
      '@tensorflow/tfjs-vis/dist/render/linechart',
      '@tensorflow/tfjs-vis/dist/render/table',
      '@zip.js/zip.js/lib/zip-core-native.js',
      'axe-core',
      'comlink',
      'fast-check',
      'h5wasm',
      'i18next',
      'idb',
      'onnxruntime-web/wasm',
      'pbf',
      'plotly.js-dist-min',
      'react-aria-components',
      'react-i18next',
      'umap-js',
      'vega',
      'vega-interpreter',
      'vega-lite',
      'vitest-browser-react',
      'zod',
      'zustand',
      'zustand/vanilla',
    ],
  },
  resolve: { alias: { 'vega-embed': fileURLToPath(new URL('src/charts/vega-embed.ts', import.meta.url)) } },
  worker: { format: 'es' as const },
  test: {
    name,
    include,
    // A software GPU on a busy machine with two cores is slow.
    // Every state on every screen takes its time.
    testTimeout: process.env.AXE_ALL === '1' ? 1_200_000 : 120_000,
    hookTimeout: 120_000,
    // How long `expect.element` and the like look: no passing test waits so long.
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
    setupFiles: throttle > 1 ? ['tests/throttle.ts'] : [],
    // AXE_ALL=1: what is looked at on one screen each else, for accessibility, on all of them.
    provide: { throttle, everyScreen: process.env.AXE_ALL === '1' },
    browser: {
      enabled: true,
      headless: true,
      // Wide: a narrow page starts with its settings folded.
      viewport: { width: 1440, height: 900 },
      screenshotDirectory: `${results}/${name}`,
      // Costs a third of the time, which is spent on what has failed only (scripts/test-run/traces.mjs).
      trace: {
        mode: process.env.DIGIT_LAB_TRACE ? ('on' as const) : ('off' as const),
        tracesDir: `${results}/${name}`,
      },
      provider: playwright({
        launchOptions: { ...(executablePath && { executablePath }), args: BROWSER_FLAGS },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

export default defineConfig({
  test: {
    attachmentsDir: `${results}/attachments`,
    sequence: { sequencer: LongestFirst },
    projects: [
      // Files share what they import: to load it anew for each is a third of the time.
      inNode('unit', ['tests/unit/**/*.test.{ts,tsx}'], { isolate: false, exclude: [ARCHITECTURE, APART] }),
      inNode('unit-apart', [APART], { isolate: true }),
      {
        // About the sources, not about what they do: runs with the linter.
        test: { name: 'architecture', environment: 'node', include: [ARCHITECTURE] },
      },
      inBrowser('browser', ['tests/browser/**/*.test.{ts,tsx}']),
      // What a component shows and does, on a lab whose engine does what the test says.
      inBrowser('component', ['tests/component/**/*.test.tsx']),
    ],
  },
});
