import type { BenchBrowser } from './bench-browser';
import type { Entrant } from './rounds';

export const ONE_CORE = 'peak-1';
export const TWO_CORES = 'peak-2';

/** The bare kernel on one worker, and on two at the same time. Floating point operations a second, of both together. */
export async function peakEntrants(browser: BenchBrowser): Promise<Entrant[]> {
  const workers = ['peak-a', 'peak-b'];
  for (const name of workers) await browser.open(name, { kind: 'peak' });
  const entrant = (name: string, used: readonly string[]): Entrant => ({
    name,
    turn: async () => (await browser.turns(used)).reduce((sum, rate) => sum + rate, 0),
  });
  return [entrant(ONE_CORE, workers.slice(0, 1)), entrant(TWO_CORES, workers)];
}
