import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import { type Scheduled, scheduleFactor } from '../../../src/model/schedule';
import { CHOICES, type Settings } from '../../../src/model/settings';
import { progressAlong, scheduleCurve } from '../../../src/panels/training/schedule-curve';
import { appendBatches, NO_BATCHES } from '../../../src/state/run/batch-log';
import { NO_RUN, type RunState } from '../../../src/state/run/run-state';

const of = (patch: Partial<Scheduled>) =>
  scheduleCurve({ ...DEFAULT_SETTINGS, schedule: 'one-cycle', learningRate: 0.01, epochs: 3, ...patch });

describe('scheduleCurve', () => {
  it.each(CHOICES.schedule.options)(
    'lies on the schedule %s from the first batch to the last',
    (schedule) => {
      const { points } = of({ schedule });
      expect([points[0]?.[0], points.at(-1)?.[0]]).toEqual([0, 1]);
      for (const [progress, share] of points)
        expect(share).toBe(scheduleFactor({ ...DEFAULT_SETTINGS, schedule }, progress));
    },
  );

  it('says in which epoch one cycle peaks, and between which rates it goes', () => {
    const { form, start, peak, end, peakEpoch } = of({});
    expect({ form, peak, peakEpoch }).toEqual({ form: 'rises', peak: 0.01, peakEpoch: 1 });
    expect([start, end]).toEqual([expect.closeTo(0.0004, 12), expect.closeTo(0.000004, 12)]);
    // Three tenths of the run.
    expect([1, 4, 10, 100].map((epochs) => of({ epochs }).peakEpoch)).toEqual([1, 2, 3, 30]);
  });

  it('only falls along a cosine', () => {
    expect(of({ schedule: 'cosine' })).toMatchObject({ form: 'falls', start: 0.01, end: 0 });
  });

  it('stays where it is constant', () => {
    expect(of({ schedule: 'constant' })).toMatchObject({ form: 'stays', start: 0.01, end: 0.01 });
  });
});

describe('progressAlong', () => {
  const batches = appendBatches(
    NO_BATCHES,
    Array.from({ length: 6 }, () => ({ loss: 1, accuracy: 0.5 })),
  );
  const settings = { ...DEFAULT_SETTINGS, epochs: 3 };
  const run = (phase: RunState['phase'], ofRun: Settings = settings): RunState => ({
    ...NO_RUN,
    phase,
    settings: ofRun,
    batches,
    batchesPerEpoch: 8,
  });

  it('is the share of the batches of the whole run', () => {
    expect(progressAlong(settings, run('running'))).toBe(0.25);
    expect(progressAlong(settings, run('paused'))).toBe(0.25);
  });

  it.each(['idle', 'starting', 'stopped', 'finished'] as const)(
    'is nowhere while the phase is %s',
    (phase) => {
      expect(progressAlong(settings, run(phase))).toBeUndefined();
    },
  );

  it('is nowhere on the curve of a run to come', () => {
    for (const patch of [{ schedule: 'cosine' }, { learningRate: 0.1 }, { epochs: 4 }] as const) {
      expect(progressAlong({ ...settings, ...patch }, run('running'))).toBeUndefined();
    }
    const otherwise: Settings = { ...settings, seed: 9 };
    expect(progressAlong(otherwise, run('running'))).toBe(0.25);
  });
});
