import { expect, it } from 'vitest';
import { sweepLab, TWELVE } from './sweep-lab';

const HALVING = { ...TWELVE, halving: true };

/** Trains all of a sweep, and says what it trained in which order, and what it kept of it. */
function sweptWith(tested: (run: number) => number) {
  const { actions, begin, finish, trained, state } = sweepLab();
  actions.startSweep(HALVING);
  let run = 0;
  while (state().sweeps.sweep?.status === 'running' && run < 100) {
    begin();
    finish(900 + ((run * 5) % 12), tested(run));
    run += 1;
  }
  return { trained: trained(), results: state().sweeps.sweep?.results };
}

it('trains the same and keeps the same whatever the test images say', () => {
  const rising = sweptWith((run) => 500 + run);
  expect(rising.trained.length).toBeGreaterThan(12);
  expect(sweptWith((run) => 500 - run)).toEqual(rising);
  expect(sweptWith(() => 1000)).toEqual(rising);
});

it('goes on with those that validate best', () => {
  const { trained, results } = sweptWith((run) => 1000 - run);
  const [first, later] = [results?.slice(0, 12), results?.filter(({ round }) => round === 1)];
  const best = first?.toSorted((a, b) => (b.accuracy ?? 0) - (a.accuracy ?? 0)).slice(0, 4);
  expect(later?.map(({ trial }) => trial)).toEqual(best?.map(({ trial }) => trial).toSorted((a, b) => a - b));
  expect(trained.slice(0, 12).every(({ epochs }) => epochs === 1)).toBe(true);
});
