import type { BatchResult } from '../../protocol/engine-api';
import type { Curve } from './curves-figure';

/** One batch says little; the last few say where the run stands. */
const RECENT = 8;

/** Mean over the last batches, undefined before the first. */
export function recentMean(batches: readonly BatchResult[], curve: Curve): number | undefined {
  const recent = batches.slice(-RECENT);
  if (recent.length === 0) return undefined;
  return recent.reduce((sum, batch) => sum + batch[curve], 0) / recent.length;
}
