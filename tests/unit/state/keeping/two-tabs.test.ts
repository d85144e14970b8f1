import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshBrowser, trained, type Visit, visit } from './visits';

beforeEach(() => void freshBrowser());
afterEach(() => vi.unstubAllGlobals());

const listOf = (lab: Visit) => lab.state().runs.map(({ id, number, note }) => [id, number, note]);

it('shows the runs of the other tab, what is said about them, and not those that it puts away', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(ours, 'a');
  await vi.waitFor(() => expect(listOf(theirs)).toEqual([['a', 1, '']]));
  trained(theirs, 'b');
  theirs.actions.noteRun('a', 'a good one');
  const both = [
    ['a', 1, 'a good one'],
    ['b', 2, ''],
  ];
  await vi.waitFor(() => expect(listOf(ours)).toEqual(both));
  // The data of a run of this visit are still those in use.
  expect(ours.state().runs[0]?.data?.version).toBe(ours.state().dataVersion);
  ours.actions.deleteRun('b');
  await vi.waitFor(() => expect(listOf(theirs)).toEqual(both.slice(0, 1)));
  ours.actions.bringRunBack();
  await vi.waitFor(() => expect(listOf(theirs)).toEqual(both));
});

it('gives no number twice, also where runs of two tabs end at the same time', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(theirs, 'b');
  trained(ours, 'a');
  trained(ours, 'c');
  await vi.waitFor(() => {
    expect(ours.state().runs).toHaveLength(3);
    expect(new Set(ours.state().runs.map(({ number }) => number)).size).toBe(3);
    expect(listOf(theirs)).toEqual(listOf(ours));
  });
  const later = await visit();
  await vi.waitFor(() => expect(listOf(later)).toEqual(listOf(ours)));
});

it('brings back no run that the other tab has put away, by words about it', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(ours, 'a');
  await vi.waitFor(() => expect(theirs.state().runs).toHaveLength(1));
  await ours.keep.remove('record', ['a']);
  theirs.actions.noteRun('a', 'a ghost');
  await vi.waitFor(() => expect(theirs.state().runs).toEqual([]));
  expect(await theirs.keep.list('record')).toEqual([]);
});
