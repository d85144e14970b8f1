import { expect, it } from 'vitest';
import { trialsOf } from '../../../../src/model/sweep';
import type { TrialResult } from '../../../../src/state/sweeps/sweeps-slice';
import { sweepLab, TWELVE } from './sweep-lab';

const found = (count: number): TrialResult[] =>
  Array.from({ length: count }, (_, trial) => ({
    ...{ trial, round: 0, run: undefined, accuracy: 0.9, validation: { right: 9, images: 10 } },
  }));

it('shows what was found elsewhere, and is done where that is all', () => {
  const { actions, state, trained } = sweepLab();
  actions.showSweep(TWELVE, found(12));
  expect(state().sweeps.sweep).toMatchObject({ sweep: TWELVE, status: 'done', underWay: undefined });
  expect(state().sweeps.sweep?.results).toHaveLength(12);
  expect(trained()).toEqual([]);
});

it('trains here what was not trained there', () => {
  const { actions, state, begin, trained } = sweepLab();
  actions.showSweep(TWELVE, found(11));
  expect(state().sweeps.sweep?.status).toBe('paused');
  actions.resumeSweep('sweep');
  begin();
  expect(state().sweeps.sweep?.underWay).toEqual({ trial: 11, round: 0 });
  expect(trained()).toHaveLength(1);
  expect(trialsOf(TWELVE)).toHaveLength(12);
});

it('does not take the place of a sweep that is being trained', () => {
  const { actions, state, begin } = sweepLab();
  actions.startSweep(TWELVE);
  begin();
  actions.showSweep(TWELVE, found(12));
  expect(state().sweeps.sweep?.status).toBe('running');
});
