import type { ConfusionCounts } from '../../metrics/confusion';
import { type Interval, wilson } from '../../metrics/interval';
import { type RightBits, rightBits } from '../../metrics/paired';
import type { Backend, Settings } from '../../model/settings';
import { areAlike } from '../../model/settings-difference';
import type { EngineReadout } from '../../protocol/backend';
import type { Readings } from '../../protocol/data/images';
import type { RunId } from '../../protocol/history';
import type { Evaluation, RunChange, RunEnding } from '../../protocol/run';
import { keptValidation } from '../run/kept-epoch';
import type { RunData, RunState } from '../run/run-state';
import { curvesOf, type RunCurves } from './run-curves';

/** - `lost`: the engine died under it */
export type RunEnd = 'finished' | 'stopped' | 'failed' | 'lost';

/** What stays of a run that is over. Plain data and small, some tens of kilobytes, so that it can be stored; its weights are the engine's. */
export interface RunRecord {
  readonly id: RunId;
  /** From 1, in the order in which the runs of this visit ended. */
  readonly number: number;
  /** As it began. */
  readonly settings: Settings;
  /** What became another while it trained: it is no other run's equal then. */
  readonly changes: readonly RunChange[];
  readonly data: RunData | undefined;
  readonly backend: Backend | undefined;
  readonly trainStep: EngineReadout['trainStep'] | undefined;
  /** That it was a run of; absent of one by hand. */
  readonly sweep?: RunRow | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Without pauses. */
  readonly seconds: number;
  readonly end: RunEnd;
  /** How it came to its test, if it did. */
  readonly ending: RunEnding | undefined;
  readonly epochs: number;
  /** By the weights that it left; undefined where no epoch came to its end. */
  readonly validation: RunReading | undefined;
  /** Once, after the last epoch; undefined where the run ended before. */
  readonly test: RunReading | undefined;
  readonly curves: RunCurves;
  /** A person's own words. */
  readonly note: string;
}

/** Runs that the lab trained one after the other: a sweep or a repeat. */
export interface RunRow {
  readonly kind: 'sweep' | 'repeat';
  /** Among all in the list when it began, from 1: what it is called. Another tab may give the same. */
  readonly number: number;
  /** No other has it; absent of those that were kept before there were any. */
  readonly id?: string;
}

/** How a run read the images of a part. */
export interface RunReading {
  readonly images: number;
  readonly right: number;
  /** Mean cross-entropy. */
  readonly loss: number;
  /** Image by image; undefined where only the counts are left. */
  readonly bits: RightBits | undefined;
  /** Undefined where a file says nothing of it. */
  readonly confusion?: ConfusionCounts | undefined;
}

/** A run of another visit or another browser: which data it had can't be told but by what they were. */
export type RunFromFile = Omit<RunRecord, 'number' | 'data'> & {
  readonly data: Omit<RunData, 'version'> | undefined;
};

export type TestedRun = RunRecord & { readonly test: RunReading };

export const isTested = (run: RunRecord): run is TestedRun => run.test !== undefined;

/** Whether a run was trained by these settings, from its first batch to its last. */
export const isRunOf = (run: RunRecord, settings: Settings): boolean =>
  run.changes.length === 0 && areAlike(run.settings, settings);

/** How many batches its epochs have; of data of which nothing is known as if they were enough. */
export function batchesPerEpochOf({ settings, data }: Pick<RunRecord, 'settings' | 'data'>): number {
  const { trainingImages, batchSize } = settings;
  return Math.ceil(Math.min(trainingImages, data?.train ?? trainingImages) / batchSize);
}

/** Share of the images read right with its 95 % interval (Wilson's). */
export function accuracyOf({
  right,
  images,
}: Pick<RunReading, 'right' | 'images'>): Interval & { readonly value: number } {
  return { value: right / images, ...(wilson(right, images) ?? { low: 0, high: 1 }) };
}

/** @returns undefined for a run that has not trained a batch */
export function recordOf(
  run: RunState,
  end: RunEnd,
  number: number,
  readings: { readonly validation?: Readings; readonly test?: Readings },
  sweep?: RunRow,
): RunRecord | undefined {
  const { id, settings, data, backend, trainStep, startedAt, progress, validation, test, batches } = run;
  const { changes, ending } = run;
  if (!settings || id === undefined || batches.length === 0) return undefined;
  const last = keptValidation(run).at(-1);
  return {
    ...{ id, number, settings, changes, data, backend, trainStep, startedAt, end, ending, sweep },
    seconds: progress?.seconds ?? 0,
    epochs: validation.length,
    validation: last && readingOf(last, readings.validation),
    test: test && readingOf(test, readings.test),
    curves: curvesOf(run),
    note: '',
  };
}

function readingOf(
  { images, accuracy, loss, confusion }: Evaluation,
  readings: Readings | undefined,
): RunReading {
  // Those of other data may have taken their place.
  const isSame = readings?.truth.length === images && readings.evaluation.accuracy === accuracy;
  return {
    images,
    right: Math.round(accuracy * images),
    ...{ loss, confusion },
    bits: isSame ? rightBits(readings.truth, readings.predicted) : undefined,
  };
}
