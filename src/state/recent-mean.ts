import type { BatchResult } from '../protocol/engine-api';

/** One batch says little; the last few say where the run stands. */
const RECENT = 8;

/** Mean over the last batches, undefined before the first. */
export function recentMean(batches: readonly BatchResult[], of: keyof BatchResult): number | undefined {
  const recent = batches.slice(-RECENT);
  if (recent.length === 0) return undefined;
  return recent.reduce((sum, batch) => sum + batch[of], 0) / recent.length;
}
