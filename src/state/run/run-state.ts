import type { Backend, LiveSettings, Settings } from '../../model/settings';
import type { EngineReadout } from '../../protocol/backend';
import type { RunId } from '../../protocol/history';
import type { Evaluation, RunChange, RunEnding, RunPhase, RunProgress } from '../../protocol/run';
import { type BatchLog, NO_BATCHES } from './batch-log';

export interface RunState {
  readonly phase: RunPhase;
  /** Undefined before the first. */
  readonly id: RunId | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Of the run that is active or was the last, as it began. */
  readonly settings: Settings | undefined;
  /** What became another while it trained, in the order of the batches. */
  readonly changes: readonly RunChange[];
  /** What a person has asked it to go on with, and no batch has taken on yet. */
  readonly asked: Partial<LiveSettings>;
  /** That were in use when the run began; undefined where others were being loaded just then. */
  readonly data: RunData | undefined;
  /** Of the engine when the run began. */
  readonly backend: Backend | undefined;
  readonly trainStep: EngineReadout['trainStep'] | undefined;
  readonly batchesPerEpoch: number;
  /** Batch by batch. */
  readonly batches: BatchLog;
  /** One an epoch: `validation[0]` came after the first. */
  readonly validation: readonly Evaluation[];
  /** Undefined as long as epochs may follow, and where the run has not come to its test. */
  readonly ending: RunEnding | undefined;
  readonly test: Evaluation | undefined;
  readonly progress: RunProgress | undefined;
  /** Batches before a weight or the loss was no longer a number; undefined where that did not happen. */
  readonly divergedAfter: number | undefined;
}

/** What a run trains on. */
export interface RunData {
  /** `dataVersion` of it; below 0 for a run of another visit. */
  readonly version: number;
  /** Every checksum is that of MNIST. */
  readonly official: boolean;
  /** Its classes are the digits 0 to 9. */
  readonly areDigits: boolean;
  /** Of each class, where they are not the digits; absent of runs from files of the first version, which does not say them. */
  readonly classNames?: readonly string[] | undefined;
  /** Images that there are to train on. */
  readonly train: number;
}

/** Official MNIST is the same in every visit. */
export const areSameData = (
  a: Pick<RunData, 'version' | 'official'>,
  b: Pick<RunData, 'version' | 'official'>,
): boolean => a.version === b.version || (a.official && b.official);

/** What a run of another visit trained on: no number of this one names it. */
export const dataOfThen = (data: RunData | undefined, startedAt: number): RunData | undefined =>
  data && { ...data, version: -1 - startedAt };

export const NO_RUN: RunState = {
  phase: 'idle',
  id: undefined,
  startedAt: 0,
  settings: undefined,
  changes: [],
  asked: {},
  data: undefined,
  backend: undefined,
  trainStep: undefined,
  batchesPerEpoch: 0,
  batches: NO_BATCHES,
  validation: [],
  ending: undefined,
  test: undefined,
  progress: undefined,
  divergedAfter: undefined,
};

/** A run is under way: commands to pause or stop make sense, one to train does not. */
export function isActive(phase: RunPhase): boolean {
  switch (phase) {
    case 'starting':
    case 'running':
    case 'paused':
    case 'testing':
      return true;
    case 'idle':
    case 'finished':
    case 'stopped':
    case 'failed':
      return false;
    default:
      return phase satisfies never;
  }
}
