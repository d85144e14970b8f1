import { canStart, type Startable } from '../run/run-selectors';
import type { SweepKind, SweepState, SweepsSlice } from './sweeps-slice';

interface Found {
  readonly kind: SweepKind;
  readonly sweep: SweepState;
}

export const runningSweep = (state: SweepsSlice): Found | undefined =>
  foundIn(state, ({ status }) => status === 'running');

/** The one whose run is under way, also where it is already paused. */
export const sweepUnderWay = (state: SweepsSlice): Found | undefined =>
  foundIn(state, ({ underWay }) => underWay !== undefined);

/** Between two runs of a sweep none other can be started. */
export const canSweep = (state: Startable & SweepsSlice): boolean => canStart(state) && !runningSweep(state);

function foundIn({ sweeps }: SweepsSlice, holds: (sweep: SweepState) => boolean): Found | undefined {
  for (const kind of ['sweep', 'repeat'] as const) {
    const sweep = sweeps[kind];
    if (sweep && holds(sweep)) return { kind, sweep };
  }
  return undefined;
}
