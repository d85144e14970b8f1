import { describe, expect, it } from 'vitest';
import { settingsFromAddress } from '../../../../src/model/address';
import type { Lesson, LessonGoal } from '../../../../src/model/lesson';
import type { Settings } from '../../../../src/model/settings';
import type { EngineEvent } from '../../../../src/protocol/engine-api';
import type { LabEvent } from '../../../../src/state/lab-state';
import { goalProgress, judgePair } from '../../../../src/state/lessons/goal-progress';
import { initialState, reduce } from '../../../../src/state/reducer';
import { LESSON } from '../../../fixtures/lessons';
import { STROKE } from '../set-up';

const { settings } = settingsFromAddress(LESSON.configuration);

interface RunOptions {
  readonly id: string;
  readonly settings?: Settings;
  /** Of validation and test. */
  readonly accuracy?: number;
  /** Of the last epoch. */
  readonly losses?: { readonly training: number; readonly validation: number };
  readonly end?: 'finished' | 'stopped';
}

/** A run of two epochs of two batches. */
function run({
  id,
  settings: of = settings,
  accuracy = 0.5,
  losses,
  end = 'finished',
}: RunOptions): EngineEvent[] {
  const evaluation = { images: 100, accuracy, loss: losses?.validation ?? 1, confusion: [] };
  const training = losses?.training ?? 1;
  return [
    { type: 'network', settings: of, trainedBatches: 0, weightsVersion: 0 },
    { type: 'run-started', run: id, startedAt: 0, settings: of, batchesPerEpoch: 2 },
    { type: 'phase', phase: 'running' },
    {
      type: 'batches',
      first: 0,
      batches: [9, 9, training - 0.1, training + 0.1].map((loss) => ({ loss, accuracy: 0.5 })),
      weightsVersion: 1,
    },
    { type: 'validated', epoch: 1, evaluation, weightsVersion: 1 },
    { type: 'validated', epoch: 2, evaluation, weightsVersion: 2 },
    { type: 'tested', evaluation },
    { type: 'phase', phase: end },
  ];
}

function stateIn(goal: LessonGoal, ...events: readonly LabEvent[]) {
  const lesson: Lesson = { ...LESSON, goal };
  const begun = initialState(settings, [], undefined, { lesson, code: 'a-lesson', settings });
  return events.reduce(reduce, begun);
}
const progress = (goal: LessonGoal, ...events: readonly LabEvent[]) => goalProgress(stateIn(goal, ...events));

const ACCURACY: LessonGoal = {
  kind: 'accuracy',
  part: 'validation',
  atLeast: 90,
  parameters: 5000,
  epochs: 2,
};

describe('accuracy', () => {
  it('is not reached before a run, nor by one that is not accurate enough', () => {
    expect(progress(ACCURACY)).toEqual({ kind: 'accuracy', isReached: false, best: undefined });
    expect(progress(ACCURACY, ...run({ id: 'a', accuracy: 0.89 }))).toMatchObject({
      isReached: false,
      best: { number: 1, accuracy: 0.89, parameters: 1158, epochs: 2 },
    });
  });

  it('is reached by the best of some runs, exactly at the figure too', () => {
    const runs = [...run({ id: 'a', accuracy: 0.9 }), ...run({ id: 'b', accuracy: 0.2 })];
    expect(progress(ACCURACY, ...runs)).toMatchObject({ isReached: true, best: { number: 1 } });
  });

  it('is not reached beyond the limits', () => {
    const few = { ...ACCURACY, parameters: 1157 };
    expect(progress(few, ...run({ id: 'a', accuracy: 0.99 }))).toMatchObject({
      isReached: false,
      best: { isWithinLimits: false },
    });
    expect(progress({ ...ACCURACY, epochs: 1 }, ...run({ id: 'a', accuracy: 0.99 }))).toMatchObject({
      isReached: false,
    });
  });

  it('does not count runs with other settings than the lesson’s, nor those before it', () => {
    const others = { ...settings, epochs: 3 };
    expect(progress(ACCURACY, ...run({ id: 'a', settings: others, accuracy: 0.99 }))).toMatchObject({
      best: undefined,
    });
    const opened: LabEvent = {
      type: 'lesson-opened',
      lesson: { lesson: { ...LESSON, goal: ACCURACY }, code: 'b' },
      settings,
    };
    expect(progress(ACCURACY, ...run({ id: 'a', accuracy: 0.99 }), opened)).toMatchObject({
      best: undefined,
    });
    const rate = { ...settings, learningRate: 0.5 };
    expect(progress(ACCURACY, ...run({ id: 'a', settings: rate, accuracy: 0.99 }))).toMatchObject({
      isReached: true,
    });
  });

  it('does not count a run that was trained elsewhere: from a file, or in another tab', () => {
    const elsewhere = stateIn(ACCURACY, ...run({ id: 'a', accuracy: 0.99 })).runs.slice(0, 1);
    const opened = elsewhere.map((one): LabEvent => ({ type: 'run-opened', run: one }));
    for (const event of [{ type: 'runs-found', runs: elsewhere, gone: [] } as const, ...opened])
      expect(progress(ACCURACY, event)).toMatchObject({ best: undefined });
  });

  it('stays reached when its run is put away', () => {
    const events: LabEvent[] = [
      ...run({ id: 'a', accuracy: 0.99 }),
      { type: 'lesson-reached' },
      { type: 'run-deleted', run: 'a' },
    ];
    expect(progress(ACCURACY, ...events)).toMatchObject({ isReached: true, best: undefined });
  });
});

describe('the gap between the losses', () => {
  const goal: LessonGoal = { kind: 'gap', atMost: 0.1, atLeast: 80 };

  it('is that of the last epoch, of a run that came to its end and learnt enough', () => {
    const losses = { training: 0.2, validation: 0.29 };
    expect(progress(goal, ...run({ id: 'a', losses, accuracy: 0.9 }))).toMatchObject({ isReached: true });
    expect(progress(goal, ...run({ id: 'a', losses, accuracy: 0.7 }))).toMatchObject({ isReached: false });
    expect(progress(goal, ...run({ id: 'a', losses, accuracy: 0.9, end: 'stopped' }))).toMatchObject({
      ...{ isReached: false, best: undefined },
    });
  });

  it('is the least of those', () => {
    const wide = run({ id: 'a', losses: { training: 0.1, validation: 0.5 }, accuracy: 0.9 });
    const narrow = run({ id: 'b', losses: { training: 0.3, validation: 0.35 }, accuracy: 0.9 });
    const found = progress(
      goal,
      ...wide,
      ...narrow,
      ...wide.map((event) => ({ ...event, run: 'c' }) as EngineEvent),
    );
    expect(found).toMatchObject({ isReached: true });
    expect(found?.kind === 'gap' && found.best?.gap).toBeCloseTo(0.05, 6);
  });
});

describe('the most confused pair', () => {
  const confusion = new Array<number>(100).fill(0);
  confusion[49] = 4;
  confusion[94] = 3;
  confusion[35] = 6;
  const read: EngineEvent = {
    type: 'read',
    readings: {
      ...{ part: 'validation', trainedBatches: 1, weightsVersion: 0, positions: new Uint32Array() },
      ...{ truth: new Uint8Array(), predicted: new Uint8Array(), probabilities: new Float32Array() },
      evaluation: { images: 100, loss: 1, accuracy: 0.9, confusion },
    },
  };
  const state = stateIn({ kind: 'confused' }, read);

  it('is the one that is confused in both directions together', () => {
    expect(judgePair(state, [4, 9])).toBe(true);
    expect(judgePair(state, [9, 4])).toBe(true);
    expect(judgePair(state, [3, 5])).toBe(false);
    expect(judgePair(state, [4, 4])).toBe(false);
  });

  it('can’t be judged before anything was read', () => {
    const untrained = stateIn({ kind: 'confused' });
    expect(judgePair(untrained, [4, 9])).toBeUndefined();
    expect(goalProgress(untrained)).toMatchObject({ canJudge: false });
  });

  it('is reached when it is named', () => {
    const named: LabEvent = { type: 'pair-named', pair: { digits: [4, 9], isRight: true } };
    expect(progress({ kind: 'confused' }, read, named)).toMatchObject({ isReached: true, named: [4, 9] });
  });
});

describe('what is lost by edits', () => {
  const goal: LessonGoal = { kind: 'edited', points: 5, edits: 1 };
  const edited = (count: number, after: number): EngineEvent => ({
    type: 'edited',
    edits: Array.from({ length: count }, (_, filter) => ({ kind: 'mute', layer: 0, filter })),
    before: { images: 100, loss: 1, accuracy: 0.9, confusion: [] },
    after: { images: 100, loss: 1, accuracy: after, confusion: [] },
    weightsVersion: 1,
  });

  it('is the most that was lost, also once it is taken back', () => {
    expect(progress(goal, edited(1, 0.86))).toMatchObject({ isReached: false });
    expect(progress(goal, edited(1, 0.85), edited(0, 0.9))).toMatchObject({ isReached: true });
  });

  it('does not count more edits than are allowed', () => {
    expect(progress(goal, edited(2, 0.1))).toMatchObject({ isReached: false, lost: 0 });
  });
});

describe('drawn digits', () => {
  const goal: LessonGoal = { kind: 'drawn', digits: 2 };
  const drawing = (x: number) => ({ strokes: [{ ...STROKE, width: x }] });
  const digit = (id: string, label: number) => ({
    id,
    label,
    date: '',
    strokes: [],
    image: new Uint8Array(784),
  });
  /** What is drawn is read as a 7, and named. */
  const named = (id: string, labels: readonly number[]): LabEvent[] => {
    const own = drawing(id.length);
    const look = {
      probabilities: Float32Array.from({ length: 10 }, (_, i) => (i === 7 ? 1 : 0)),
      layers: [],
      trainedBatches: 1,
      weightsVersion: 1,
    };
    const digits = labels.map((label, i) => digit('x'.repeat(i + 1), label));
    return [
      { type: 'drawn', drawing: own },
      { type: 'drawing-read', look },
      { type: 'own-digits-changed', patch: { digits, collected: { drawing: own, id, isKept: true } } },
    ];
  };

  it('count where what was read is what a person says, each once', () => {
    expect(progress(goal, ...named('x', [7]))).toMatchObject({ isReached: false, right: 1 });
    expect(progress(goal, ...named('x', [7]), ...named('x', [7]))).toMatchObject({ right: 1 });
    expect(progress(goal, ...named('x', [7]), ...named('xx', [7, 3]))).toMatchObject({ right: 1 });
    expect(progress(goal, ...named('x', [7]), ...named('xx', [7, 7]))).toMatchObject({
      isReached: true,
      right: 2,
    });
  });

  it('count no more when they are named otherwise or put away', () => {
    expect(progress(goal, ...named('x', [7]), ...named('x', [3]))).toMatchObject({ right: 0 });
    expect(
      progress(goal, ...named('x', [7]), { type: 'own-digits-changed', patch: { digits: [] } }),
    ).toMatchObject({ right: 0 });
  });
});
