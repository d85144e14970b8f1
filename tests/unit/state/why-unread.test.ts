import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/model/presets';
import type { LabState, RunState } from '../../../src/state/lab-state';
import { initialState } from '../../../src/state/reducer';
import { whyUnread } from '../../../src/state/selectors';

function during(run: Partial<RunState>, part?: 'test'): LabState {
  const state = initialState(DEFAULT_SETTINGS, []);
  return { ...state, run: { ...state.run, ...run }, selection: { ...state.selection, part } };
}

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
