import type { DataSlice } from '../data/data-slice';
import type { EngineSlice } from '../engine/engine-slice';
import type { RunSlice } from '../run/run-slice';
import { isActive } from '../run/run-state';

/** Why nothing can be measured now. */
type MeasureBlock = 'running' | 'no-data' | 'engine-gone';

export function measureBlock(state: RunSlice & DataSlice & EngineSlice): MeasureBlock | undefined {
  if (state.engineGone) return 'engine-gone';
  if (isActive(state.run.phase)) return 'running';
  if (state.dataset.status !== 'ready') return 'no-data';
  return undefined;
}
