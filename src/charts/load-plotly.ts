import { pointerIdle } from './schedule/pointer-idle';
import { whenIdle } from './schedule/when-idle';

export type Plotly = typeof import('plotly.js-dist-min')['default'];

let loading: Promise<Plotly> | undefined;

/**
 * Plotly, fetched once for all charts: 1.4 MB gzipped, and half a second and more of the page's thread, so in a moment
 * when the page is idle and nobody draws.
 * @throws what the import throws when the file can't be had; the next call tries again
 */
export function loadPlotly(): Promise<Plotly> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Plotly> {
  await pointerIdle();
  await whenIdle();
  try {
    return (await import('plotly.js-dist-min')).default;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
