import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
// With their endings, down to src/data: Vite warns of every import in its configuration that Node could not find.
import { cspPlugin } from './scripts/vite-csp.ts';
import { mnistPlugin } from './scripts/vite-mnist.ts';

export default defineConfig({
  base: './',
  plugins: [react(), cspPlugin(), mnistPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // Small wasm would become a data: address, which the page's connect-src forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    // Says only that the data plugin takes its time.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
