import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { concludedRun, factsOfRun, trainingMeans } from '../../../src/panels/shared/facts-of-run';
import type { Evaluation } from '../../../src/protocol/run';
import { initialState, reduce } from '../../../src/state/reducer';
import { appendBatches, NO_BATCHES } from '../../../src/state/run/batch-log';
import type { RunState } from '../../../src/state/run/run-state';

const START = initialState(DEFAULT_SETTINGS, []);
const evaluation: Evaluation = { images: 5000, loss: 0.1, accuracy: 0.97, confusion: [] };
const batches = appendBatches(
  NO_BATCHES,
  [1, 3, 5, 7, 100].map((loss) => ({ loss, accuracy: loss / 8 })),
);
const settings = { ...DEFAULT_SETTINGS, batchSize: 128, trainingImages: 200 };
const run = {
  ...START.run,
  phase: 'running',
  settings,
  batchesPerEpoch: 2,
  batches,
  validation: [evaluation, evaluation],
} as const;

describe('trainingMeans', () => {
  it('are those of the epochs that were validated', () => {
    // Of 128 and of 72 images.
    const [first, second] = [(128 * 1 + 72 * 3) / 200, (128 * 5 + 72 * 7) / 200];
    expect(trainingMeans(run)).toEqual([
      { images: 200, loss: first, accuracy: first / 8 },
      { images: 200, loss: second, accuracy: second / 8 },
    ]);
  });

  it('count as many images in the last batch as there are, where there are fewer than were asked for', () => {
    const data = { version: 1, official: false, areDigits: true, train: 130 };
    const asked = { ...settings, trainingImages: 55_000 };
    // Of 128 and of 2 images.
    const loss = (128 * 1 + 2 * 3) / 130;
    expect(trainingMeans({ ...run, settings: asked, data })[0]).toEqual({
      images: 130,
      loss,
      accuracy: loss / 8,
    });
  });
});

describe('factsOfRun', () => {
  it('compares with the run before only on the same data', () => {
    const ran = (version: number, official: boolean) => ({
      ...run,
      data: { version, official, areDigits: true, train: 200 },
    });
    const comparedWith = (first: RunState, second: RunState) =>
      factsOfRun(second, undefined, { ...START, runBefore: first }).before;
    expect(comparedWith(ran(2, false), ran(2, false))).toEqual({ right: 4850, images: 5000 });
    // Two data sets of one's own; MNIST, loaded again.
    expect(comparedWith(ran(2, false), ran(3, false))).toBeUndefined();
    expect(comparedWith(ran(1, true), ran(3, true))).toEqual({ right: 4850, images: 5000 });
    expect(comparedWith(ran(1, true), ran(2, false))).toBeUndefined();
    expect(comparedWith(run, run)).toBeUndefined();
  });

  it('knows after how many batches a run diverged, also when the message is put away, until there is another', () => {
    const brought = (state: typeof START, ...events: Parameters<typeof reduce>[1][]) =>
      events.reduce(reduce, state);
    const divergedAfter = (state: typeof START) => factsOfRun(state.run, undefined, state).divergedAfter;
    const diverged = brought({ ...START, run }, { type: 'fault', fault: { code: 'diverged' } });
    expect(divergedAfter(diverged)).toBe(5);
    expect(divergedAfter(brought(diverged, { type: 'fault-dismissed' }))).toBe(5);
    const reset = { type: 'network', settings, trainedBatches: 0, weightsVersion: 0 } as const;
    expect(divergedAfter(brought(diverged, reset))).toBeUndefined();
    expect(divergedAfter({ ...START, run })).toBeUndefined();
  });
});

describe('concludedRun', () => {
  it('stays the same while batches come in, and is another after the next validation and at the end', () => {
    const more = appendBatches(batches, [{ loss: 9, accuracy: 1 }]);
    const first = concludedRun({ ...START, run });
    expect(concludedRun({ ...START, run: { ...run, batches: more } })).toBe(first);
    const validated = { ...run, batches: more, validation: [...run.validation, evaluation] };
    expect(concludedRun({ ...START, run: validated })).toBe(validated);
    const over = { ...validated, phase: 'stopped' } as const;
    expect(concludedRun({ ...START, run: over })).toBe(over);
  });

  it('does not take a run for the one before it, of which neither was validated yet', () => {
    const { validation } = START.run;
    const first = { ...run, validation };
    const second = { ...first, settings: { ...settings, learningRate: 1 } };
    expect(concludedRun({ ...START, run: first })).toBe(first);
    expect(concludedRun({ ...START, run: second })).toBe(second);
  });
});
