import { whenIdle } from './schedule/when-idle';

export type Vis = typeof import('./draw-vis');

let loading: Promise<Vis> | undefined;

/**
 * tfjs-vis with Vega, fetched once for all of its charts, in a moment when the page is idle.
 * @throws what the import throws when the file can't be had; the next call tries again
 */
export function loadVis(): Promise<Vis> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Vis> {
  await whenIdle();
  try {
    return await import('./draw-vis');
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
