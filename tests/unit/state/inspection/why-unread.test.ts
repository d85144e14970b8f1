import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/model/presets';
import { shownEvaluation, whyUnread } from '../../../../src/state/inspection/inspection-selectors';
import type { LabState } from '../../../../src/state/lab-state';
import { initialState } from '../../../../src/state/reducer';
import type { RunState } from '../../../../src/state/run/run-state';

function during(run: Partial<RunState>, part?: 'test'): LabState {
  const state = initialState(DEFAULT_SETTINGS, []);
  return { ...state, run: { ...state.run, ...run }, selection: { ...state.selection, part } };
}

const evaluation = { images: 10, loss: 0.1, accuracy: 1, confusion: new Array<number>(100).fill(0) };
const data = { version: 1, official: true, areDigits: true, train: 100 };

describe('what is shown of a run', () => {
  const run = { phase: 'finished', data, test: evaluation } as const;

  it('is its own evaluation while its data are in use', () => {
    expect(shownEvaluation({ ...during(run, 'test'), dataVersion: 1 })).toBe(evaluation);
  });

  it('is nothing of its own once other data are in use', () => {
    expect(shownEvaluation({ ...during(run, 'test'), dataVersion: 2 })).toBeUndefined();
  });
});

describe('why there is nothing to show of some images', () => {
  it('is that nothing was trained, until a run begins', () => {
    expect(whyUnread(during({}))).toBe('untrained');
  });

  it('is the first epoch while that is under way, also while paused', () => {
    for (const phase of ['starting', 'running', 'paused'] as const) {
      expect(whyUnread(during({ phase }))).toBe('first-epoch');
    }
  });

  it('is that they were not read, for images that no epoch reads', () => {
    expect(whyUnread(during({ phase: 'running' }, 'test'))).toBe('unread');
  });
});
