import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // Small wasm would become a data: address, which the page's connect-src forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
  },
});
