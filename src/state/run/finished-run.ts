import { differenceInterval, type Interval, pairedInterval } from '../../metrics/interval';
import type { Settings } from '../../model/settings';
import type { EngineReadout } from '../../protocol/backend';
import type { Readings } from '../../protocol/data/images';
import type { BatchLog } from './batch-log';
import type { RunData, RunState } from './run-state';

/** What stays of a run that came to its end, to be compared with others. Small: some tens of kilobytes. */
export interface FinishedRun {
  /** From 1, in the order in which the runs of this visit ended. */
  readonly number: number;
  readonly settings: Settings;
  readonly data: RunData | undefined;
  readonly trainStep: EngineReadout['trainStep'] | undefined;
  /** Without pauses. */
  readonly seconds: number;
  readonly test: RunTest;
  readonly curves: RunCurves;
}

interface RunTest {
  readonly images: number;
  readonly right: number;
  /** Mean cross-entropy. */
  readonly loss: number;
  /** [images], 1 where the image was read right; undefined where only the counts are left. */
  readonly isRight: Uint8Array | undefined;
}

/** Over the epochs of the run. */
interface RunCurves {
  /** Means of consecutive batches; `epoch` is where they end, in epochs from 0. */
  readonly trainingLoss: readonly { readonly epoch: number; readonly value: number }[];
  /** One an epoch, from the first. */
  readonly validationLoss: readonly number[];
  readonly validationAccuracy: readonly number[];
}

/** Of this visit; an older one makes room. */
const MOST_RUNS = 40;
/** More would not be seen apart in a chart. */
const CURVE_POINTS = 120;

/** The runs with one more, which has just come to its end. */
export function withFinishedRun(
  runs: readonly FinishedRun[],
  run: RunState,
  readings: Readings | undefined,
): readonly FinishedRun[] {
  const { settings, test, data, trainStep, progress } = run;
  if (!settings || !test) return runs;
  const finished: FinishedRun = {
    number: (runs.at(-1)?.number ?? 0) + 1,
    settings,
    data,
    trainStep,
    seconds: progress?.seconds ?? 0,
    test: {
      images: test.images,
      right: Math.round(test.accuracy * test.images),
      loss: test.loss,
      isRight: readings?.truth.map((digit, i) => Number(digit === readings.predicted[i])),
    },
    curves: curvesOf(run),
  };
  return [...runs, finished].slice(-MOST_RUNS);
}

function curvesOf({ batches, batchesPerEpoch, validation }: RunState): RunCurves {
  return {
    trainingLoss: meansOf(batches, batchesPerEpoch),
    validationLoss: validation.map(({ loss }) => loss),
    validationAccuracy: validation.map(({ accuracy }) => accuracy),
  };
}

function meansOf({ loss, length }: BatchLog, batchesPerEpoch: number): RunCurves['trainingLoss'] {
  const points = Math.min(CURVE_POINTS, length);
  return Array.from({ length: points }, (_, point) => {
    const start = Math.floor((point * length) / points);
    const end = Math.floor(((point + 1) * length) / points);
    const sum = loss.subarray(start, end).reduce((total, value) => total + value, 0);
    return { epoch: end / batchesPerEpoch, value: sum / (end - start) };
  });
}

/** How much better one run read the test images than another. */
interface RunDifference {
  /** Difference of the shares read right, −1 to 1. */
  readonly accuracy: number;
  /** 95 % */
  readonly interval: Interval;
  /** Image by image; otherwise as if the two had read other images, which makes the interval too wide. */
  readonly isPaired: boolean;
}

/** @returns undefined where the two were tested on different data */
export function differenceOfRuns(a: FinishedRun, b: FinishedRun): RunDifference | undefined {
  if (!haveSameTest(a, b)) return undefined;
  const accuracy = a.test.right / a.test.images - b.test.right / b.test.images;
  const [ofA, ofB] = [a.test.isRight, b.test.isRight];
  if (!ofA || !ofB) return { accuracy, interval: differenceInterval(a.test, b.test), isPaired: false };
  const onlyA = ofA.reduce((sum, right, i) => sum + Number(right > (ofB[i] as number)), 0);
  const onlyB = ofB.reduce((sum, right, i) => sum + Number(right > (ofA[i] as number)), 0);
  return { accuracy, interval: pairedInterval(onlyA, onlyB, a.test.images), isPaired: true };
}

/** The test images are the same for the same data; MNIST's are whenever it is loaded. */
function haveSameTest({ data: a, test }: FinishedRun, { data: b, test: other }: FinishedRun): boolean {
  if (!a || !b || test.images !== other.images) return false;
  return a.version === b.version || (a.official && b.official);
}
