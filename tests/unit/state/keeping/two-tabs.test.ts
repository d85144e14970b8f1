import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventually } from '../../../fixtures/eventually';
import { SEEDS } from '../sweeps/sweep-lab';
import { checkpointOf, freshBrowser, SETTINGS, trained, trains, type Visit, visit } from './visits';

beforeEach(() => void freshBrowser());
afterEach(() => vi.unstubAllGlobals());

/** A page that was at work on a run has crashed: two tabs find what it left. @param run - another in each test */
async function afterCrash(run: string) {
  const { BroadcastChannel } = globalThis;
  // The page still lives here, and is not to answer.
  vi.stubGlobal('BroadcastChannel', undefined);
  const before = await visit();
  trains(before, 3, run);
  await eventually(async () => expect(await before.keep.list('run')).toHaveLength(1));
  vi.stubGlobal('BroadcastChannel', BroadcastChannel);
  const [ours, theirs] = [await visit(), await visit()];
  await eventually(() => {
    for (const tab of [ours, theirs]) expect(tab.state().interrupted).toBeDefined();
  });
  return { ours, theirs };
}

const listOf = (lab: Visit) => lab.state().runs.map(({ id, number, note }) => [id, number, note]);

it('shows the runs of the other tab, what is said about them, and not those that it puts away', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(ours, 'a');
  await eventually(() => expect(listOf(theirs)).toEqual([['a', 1, '']]));
  trained(theirs, 'b');
  theirs.actions.noteRun('a', 'a good one');
  const both = [
    ['a', 1, 'a good one'],
    ['b', 2, ''],
  ];
  await eventually(() => expect(listOf(ours)).toEqual(both));
  // The data of a run of this visit are still those in use.
  expect(ours.state().runs[0]?.data?.version).toBe(ours.state().dataVersion);
  ours.actions.deleteRun('b');
  await eventually(() => expect(listOf(theirs)).toEqual(both.slice(0, 1)));
  ours.actions.bringRunBack();
  await eventually(() => expect(listOf(theirs)).toEqual(both));
});

it('gives no number twice, also where runs of two tabs end at the same time', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(theirs, 'b');
  trained(ours, 'a');
  trained(ours, 'c');
  await eventually(() => {
    expect(ours.state().runs).toHaveLength(3);
    expect(new Set(ours.state().runs.map(({ number }) => number)).size).toBe(3);
    expect(listOf(theirs)).toEqual(listOf(ours));
  });
  const later = await visit();
  await eventually(() => expect(listOf(later)).toEqual(listOf(ours)));
});

it('tells sweeps apart to which two tabs have given the same number', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  for (const [tab, run] of [
    [ours, 'a'],
    [theirs, 'b'],
  ] as const) {
    tab.actions.startSweep({ ...SEEDS, base: SETTINGS });
    trained(tab, run);
  }
  await eventually(() => {
    const rowsOf = ({ state }: Visit) => state().runs.map(({ sweep }) => sweep);
    expect(rowsOf(ours).map((row) => row?.number)).toEqual([1, 1]);
    expect(new Set(rowsOf(ours).map((row) => row?.id)).size).toBe(2);
    expect(rowsOf(theirs)).toEqual(rowsOf(ours));
  });
});

it('brings back no run that the other tab has put away, by words about it', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(ours, 'a');
  await eventually(() => expect(theirs.state().runs).toHaveLength(1));
  await ours.keep.remove('record', ['a']);
  theirs.actions.noteRun('a', 'a ghost');
  await eventually(() => expect(theirs.state().runs).toEqual([]));
  expect(await theirs.keep.list('record')).toEqual([]);
});

it('does not go on with a run that the other tab trains, and offers it no more when that has done with it', async () => {
  const { ours, theirs } = await afterCrash('x');
  ours.actions.continueRun();
  await eventually(() => expect(ours.commands.continueRun).toHaveBeenCalledOnce());
  // Its network may take a while.
  theirs.actions.change({ learningRate: 0.5 });
  theirs.actions.continueRun();
  await eventually(() => expect(theirs.state().isElsewhere).toBe(true));
  expect(theirs.state().settings.learningRate).toBe(0.5);
  expect(theirs.commands.continueRun).not.toHaveBeenCalled();
  expect(theirs.state()).toMatchObject({ isContinuing: false, isAsked: false });
  ours.emit({ type: 'phase', phase: 'starting' }, { type: 'run-continued', run: 'x' });
  ours.emit({ type: 'phase', phase: 'running' }, { type: 'phase', phase: 'stopped' });
  await eventually(() => expect(theirs.state().interrupted).toBeUndefined());
});

it('goes on from where the other tab has left it', async () => {
  const { ours, theirs } = await afterCrash('y');
  const saved = ours.state().interrupted;
  if (!saved) throw new Error('nothing is offered');
  const checkpoint = checkpointOf(5, { run: 'y' });
  await ours.keep.put('run', 'y', undefined, { ...saved, checkpoint });
  theirs.actions.continueRun();
  await eventually(() => expect(theirs.commands.continueRun.mock.calls).toEqual([[checkpoint]]));
});

it('offers no run that the other tab has discarded', async () => {
  const { ours, theirs } = await afterCrash('z');
  ours.actions.discardRun();
  await eventually(() => expect(theirs.state().interrupted).toBeUndefined());
  expect(await ours.keep.list('run')).toEqual([]);
});

it('looks at the present again where the other tab puts the run away whose past is looked at', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(ours, 'a');
  await eventually(() => expect(theirs.state().runs).toHaveLength(1));
  const at = { run: 'a', epoch: 1 };
  theirs.emit({ type: 'looked-back', at, settings: SETTINGS, trainedBatches: 2, weightsVersion: 9000 });
  ours.actions.deleteRun('a');
  await eventually(() => expect(theirs.commands.lookAtPresent).toHaveBeenCalledOnce());
});
