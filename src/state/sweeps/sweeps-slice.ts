import type { Sweep, SweepResult, SweepTrial } from '../../model/sweep';
import type { RunId } from '../../protocol/history';
import type { EngineLost } from '../engine/engine-slice';
import type { ExperimentsSet } from '../experiments/experiments-slice';
import type { RunReading, RunRow } from '../history/run-record';
import type { Slice } from '../slice';

/** A `repeat` is a sweep over seeds alone: it chooses nothing, but shows how much luck there is. */
export type SweepKind = RunRow['kind'];

export const kindOf = ({ axes }: Sweep): SweepKind =>
  axes.every(({ setting }) => setting === 'seed') ? 'repeat' : 'sweep';

export interface SweepsSlice {
  /** The last of each kind. At most one of them is running. */
  readonly sweeps: Readonly<Record<SweepKind, SweepState | undefined>>;
  /** The number of the last. */
  readonly lastSweepNumber: number;
}

/** - `paused`: goes on where it was, when a person says so */
type SweepStatus = 'running' | 'paused' | 'done';

export interface SweepState {
  readonly sweep: Sweep;
  /** By which its runs are known in the list. */
  readonly id: string;
  /** Among all sweeps and repeats that the list knows, from 1. */
  readonly number: number;
  /** Of the runs that are over, in the order in which they ended. */
  readonly results: readonly TrialResult[];
  readonly status: SweepStatus;
  /** Those in use when its first run began here (`filesInUse`): where its data are files, no others are. Undefined before. */
  readonly files: number | undefined;
  /** What is being trained; for a moment also when it is paused. */
  readonly underWay: SweepTrial | undefined;
  /** The run that was in sight when the controls went back to what they showed before it. */
  readonly left: RunId | undefined;
}

/** Of a run of a sweep. It knows nothing of the test images, so that they can choose nothing. */
export interface TrialResult extends SweepResult {
  /** Undefined where it never trained a batch, or was trained elsewhere. */
  readonly run: RunId | undefined;
  /** After the last epoch; undefined where it failed. */
  readonly validation: Pick<RunReading, 'right' | 'images'> | undefined;
}

export interface SweepSet {
  readonly type: 'sweep-set';
  readonly kind: SweepKind;
  readonly sweep: SweepState | undefined;
}

export const sweepsSlice: Slice<SweepsSlice, SweepSet | ExperimentsSet | EngineLost> = {
  initial: () => ({ sweeps: { sweep: undefined, repeat: undefined }, lastSweepNumber: 0 }),
  on: {
    'sweep-set': ({ sweeps, lastSweepNumber }, { kind, sweep }) => ({
      sweeps: { ...sweeps, [kind]: sweep },
      lastSweepNumber: Math.max(lastSweepNumber, sweep?.number ?? 0),
    }),
    // One row of runs at a time.
    'experiments-set': ({ sweeps }, { experiments }) =>
      experiments.waiting.length > 0 ? { sweeps: mapped(sweeps, halted) } : {},
    'engine-lost': (state, { gone, goesOn }) =>
      !gone && goesOn
        ? {}
        : { sweeps: mapped(state.sweeps, (one) => ({ ...halted(one), underWay: undefined })) },
  },
};

export const halted = (sweep: SweepState): SweepState =>
  sweep.status === 'running' ? { ...sweep, status: 'paused' } : sweep;

const mapped = (
  { sweep, repeat }: SweepsSlice['sweeps'],
  change: (one: SweepState) => SweepState,
): SweepsSlice['sweeps'] => ({ sweep: sweep && change(sweep), repeat: repeat && change(repeat) });
