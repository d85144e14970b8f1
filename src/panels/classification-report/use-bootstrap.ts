import { useEffect, useState } from 'react';
import { type BootstrapIntervals, bootstrap } from '../../metrics/bootstrap';
import type { ConfusionCounts } from '../../metrics/confusion';

/** Intervals are the same whenever the counts are. */
const SEED = 1;
/** How long the page's thread is kept at a time, milliseconds. */
const SLICE = 6;

/**
 * The intervals of some counts, computed in slices between which the page does everything else. Others counts, and a
 * panel that goes, end the computation.
 * @param counts - the same array while nothing changed
 * @returns undefined until they are there, and without counts
 */
export function useBootstrap(counts: ConfusionCounts | undefined): BootstrapIntervals | undefined {
  const [found, setFound] = useState<{ counts: ConfusionCounts; intervals: BootstrapIntervals }>();
  useEffect(() => {
    if (!counts) return;
    const run = bootstrap(counts, SEED);
    let timer = setTimeout(slice);
    function slice() {
      const end = performance.now() + SLICE;
      while (performance.now() < end) {
        const step = run.next();
        if (step.done) {
          setFound({ counts: counts as ConfusionCounts, intervals: step.value });
          return;
        }
      }
      timer = setTimeout(slice);
    }
    return () => clearTimeout(timer);
  }, [counts]);
  return found?.counts === counts ? found?.intervals : undefined;
}
