import type { BatchLog } from './batch-log';

/** One batch says little; the last few say where the run stands. */
const RECENT = 8;

/** Mean over the last batches, undefined before the first. */
export function recentMean(batches: BatchLog, of: 'loss' | 'accuracy'): number | undefined {
  const recent = batches[of].subarray(-RECENT);
  if (recent.length === 0) return undefined;
  return recent.reduce((sum, value) => sum + value, 0) / recent.length;
}
