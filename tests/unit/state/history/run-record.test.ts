import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { Evaluation } from '../../../../src/protocol/run';
import { differenceOfRuns } from '../../../../src/state/history/run-difference';
import { isTested, type RunRecord, type TestedRun } from '../../../../src/state/history/run-record';
import { initialState, reduce } from '../../../../src/state/reducer';

const settings = { ...DEFAULT_SETTINGS, epochs: 2 };
const TRUTH = Uint8Array.of(0, 1, 2, 3);
const evaluation = (accuracy: number, loss = 1): Evaluation => ({ images: 4, accuracy, loss, confusion: [] });
const READY: EngineEvent = {
  type: 'dataset',
  dataset: {
    ...{ status: 'ready', id: 'mnist', origin: 'a test', official: true, problems: [] },
    ...{ train: 55_000, validation: 5_000, test: 4 },
  },
};

/** A run of two epochs of two batches, whose test reads these digits. */
const run = (predicted: Uint8Array, id: string): EngineEvent[] => [
  { type: 'network', settings, trainedBatches: 0, weightsVersion: 0 },
  { type: 'run-started', run: id, startedAt: 1000, settings, batchesPerEpoch: 2 },
  { type: 'phase', phase: 'running' },
  {
    type: 'batches',
    first: 0,
    batches: [4, 3, 2, 1].map((loss) => ({ loss, accuracy: 0.5 })),
    weightsVersion: 1,
  },
  { type: 'validated', epoch: 1, evaluation: evaluation(0.5, 0.9), weightsVersion: 1 },
  { type: 'validated', epoch: 2, evaluation: evaluation(0.75, 0.8), weightsVersion: 2 },
  { type: 'phase', phase: 'testing' },
  {
    type: 'read',
    readings: {
      part: 'test',
      trainedBatches: 4,
      weightsVersion: 4,
      positions: Uint32Array.of(0, 1, 2, 3),
      truth: TRUTH,
      predicted,
      probabilities: new Float32Array(40),
      evaluation: evaluation(TRUTH.filter((digit, i) => digit === predicted[i]).length / 4),
    },
  },
  { type: 'tested', evaluation: evaluation(TRUTH.filter((digit, i) => digit === predicted[i]).length / 4) },
  { type: 'progress', progress: { epoch: 2, epochs: 2, images: 100, seconds: 12.5, done: 1 } },
  { type: 'phase', phase: 'finished' },
];
const stateAfter = (...events: EngineEvent[]) =>
  [READY, ...events].reduce(reduce, initialState(settings, []));
const runsAfter = (...events: EngineEvent[]) =>
  stateAfter(...events).runs.filter(isTested) as [TestedRun, TestedRun];

const GOOD = run(Uint8Array.of(0, 1, 2, 9), 'good');
const POOR = run(Uint8Array.of(9, 1, 9, 3), 'poor');

describe('a run that comes to its end', () => {
  it('is kept with its settings, its test, its curves and its time', () => {
    const [kept] = runsAfter(...GOOD);
    expect(kept).toMatchObject({
      id: 'good',
      number: 1,
      settings,
      startedAt: 1000,
      seconds: 12.5,
      end: 'finished',
      epochs: 2,
      validation: { images: 4, right: 3, loss: 0.8 },
      note: '',
      test: { images: 4, right: 3, loss: 1 },
    });
    expect(kept.test.bits).toEqual(Uint8Array.of(0b0111));
    expect(kept.curves).toEqual({
      trainingLoss: [
        { epoch: 0.5, value: 4 },
        { epoch: 1, value: 3 },
        { epoch: 1.5, value: 2 },
        { epoch: 2, value: 1 },
      ],
      validationLoss: [0.9, 0.8],
      validationAccuracy: [0.5, 0.75],
    });
  });

  it('is kept beside those before it', () => {
    expect(runsAfter(...GOOD, ...POOR).map(({ number, test }) => [number, test.right])).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });

  it('is kept without a test where it was stopped before', () => {
    const stopped = GOOD.filter(({ type }) => type !== 'tested' && type !== 'read').slice(0, -1);
    const { runs } = stateAfter(...stopped, { type: 'phase', phase: 'stopped' });
    expect(runs).toMatchObject([{ end: 'stopped', epochs: 2, validation: { right: 3 }, test: undefined }]);
  });

  it('is kept once, however often its end is told, and not before it has trained', () => {
    const again = stateAfter(...GOOD, { type: 'phase', phase: 'failed' });
    expect(again.runs).toHaveLength(1);
    const begun = GOOD.slice(0, 3);
    expect(stateAfter(...begun, { type: 'phase', phase: 'stopped' }).runs).toEqual([]);
  });

  it('is kept where the engine died under it', () => {
    const state = stateAfter(...GOOD.slice(0, 6));
    const { runs } = reduce(state, { type: 'engine-lost', reason: 'crash', gone: false, goesOn: false });
    expect(runs).toMatchObject([{ end: 'lost', epochs: 2 }]);
  });

  it('is plain data, as a store can keep it', () => {
    const { runs } = stateAfter(...GOOD);
    expect(structuredClone(runs)).toEqual(runs);
  });

  it('gives a long curve in few points, with the mean of what it leaves out', () => {
    const batches = Array.from({ length: 3000 }, (_, i) => ({ loss: i, accuracy: 0 }));
    const long = GOOD.map((event) => (event.type === 'batches' ? { ...event, batches } : event));
    const { trainingLoss } = runsAfter(...long)[0].curves;
    expect(trainingLoss.length).toBeLessThan(200);
    expect(trainingLoss.reduce((sum, { value }) => sum + value, 0) / trainingLoss.length).toBeCloseTo(
      1499.5,
      6,
    );
    expect(trainingLoss.at(-1)?.epoch).toBe(1500);
  });

  it('makes room for those after it, so that a long visit does not fill the memory', () => {
    const many = Array.from({ length: 220 }, (_, i) => run(TRUTH, `run ${i}`)).flat();
    const { runs } = stateAfter(...many);
    expect(runs.length).toBeLessThan(220);
    expect(runs.at(-1)?.number).toBe(220);
  });
});

describe('the difference of two runs', () => {
  it('is taken image by image where both read the same', () => {
    const [good, poor] = runsAfter(...GOOD, ...POOR);
    const difference = differenceOfRuns(good, poor);
    // Two images were read right by the first alone, one by the second alone.
    expect(difference).toMatchObject({
      accuracy: 0.25,
      paired: { both: 1, onlyA: 2, onlyB: 1, neither: 0 },
    });
    expect(((difference?.interval.low ?? 0) + (difference?.interval.high ?? 0)) / 2).toBeCloseTo(1 / 6, 12);
  });

  it('is that of two samples where only the counts are left, and there is none on other data', () => {
    const [good, poor] = runsAfter(...GOOD, ...POOR);
    const counted: RunRecord = { ...poor, test: { ...poor.test, bits: undefined } };
    expect(differenceOfRuns(good, counted)).toMatchObject({ accuracy: 0.25, paired: undefined });
    const other = { ...poor, data: { version: 9, official: false, areDigits: true, train: 500 } };
    expect(differenceOfRuns(good, other)).toBeUndefined();
  });
});
