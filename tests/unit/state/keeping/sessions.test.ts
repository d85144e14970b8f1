import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepsRun } from '../../../../src/state/keeping/would-be-lost';
import { standOf } from '../../../../src/state/sessions/saved-run';
import { eventually } from '../../../fixtures/eventually';
import { checkpointOf, freshBrowser, PER_EPOCH, SETTINGS, trained, trains, visit } from './visits';

beforeEach(() => {
  freshBrowser();
  // The page of a visit that is over still lives here, and would answer the next one.
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => vi.unstubAllGlobals());

const keptRuns = async ({ keep }: Awaited<ReturnType<typeof visit>>) =>
  (await keep.list('run')).map(({ id }) => id);

it('offers a run that was cut off, where it stood, and goes on with it as if nothing had happened', async () => {
  const before = await visit();
  trains(before, PER_EPOCH + 1);
  await eventually(async () => expect(await keptRuns(before)).toEqual(['a']));
  // The page is gone. In the next one:
  const after = await visit();
  await eventually(() => expect(after.state().interrupted).toBeDefined());
  const { interrupted } = after.state();
  if (!interrupted) throw new Error('nothing is offered');
  expect(standOf(interrupted)).toEqual({ epoch: 2, batch: 2 });
  expect(after.commands.continueRun).not.toHaveBeenCalled();
  after.actions.continueRun();
  await eventually(() =>
    expect(after.commands.continueRun.mock.calls).toEqual([[checkpointOf(PER_EPOCH + 1)]]),
  );
  after.emit({ type: 'phase', phase: 'starting' }, { type: 'run-continued', run: 'a' });
  after.emit({ type: 'phase', phase: 'running' });
  const { run } = after.state();
  const was = before.state().run;
  expect(run).toMatchObject({ id: 'a', phase: 'running', startedAt: 1000, settings: SETTINGS });
  expect([...run.batches.loss]).toEqual([...was.batches.loss]);
  expect(run.validation).toEqual(was.validation);
  expect(after.state().interrupted).toBeUndefined();
});

it('puts the settings of the run into the controls, and waits for its data', async () => {
  const before = await visit();
  trains(before, 3);
  await eventually(async () => expect(await keptRuns(before)).toEqual(['a']));
  const after = await visit({ ...SETTINGS, epochs: 9, dataset: 'synthetic' });
  await eventually(() => expect(after.state().interrupted).toBeDefined());
  const ready = after.state().dataset;
  after.emit({
    type: 'dataset',
    dataset: { ...ready, id: 'synthetic', official: false, train: 10 } as never,
  });
  after.actions.continueRun();
  await eventually(() => expect(after.state().isContinuing).toBe(true));
  expect(after.commands.continueRun).not.toHaveBeenCalled();
  after.emit({ type: 'dataset', dataset: ready });
  await eventually(() => expect(after.commands.continueRun).toHaveBeenCalledTimes(1));
  expect(after.state().settings).toMatchObject({ epochs: 3, dataset: 'mnist' });
});

it('forgets a run that has come to its end, and one that is not wanted', async () => {
  const first = await visit();
  trains(first, 3);
  await eventually(async () => expect(await keptRuns(first)).toEqual(['a']));
  first.emit({ type: 'phase', phase: 'stopped' });
  await eventually(async () => expect(await keptRuns(first)).toEqual([]));
  trains(first, 3, 'b');
  await eventually(async () => expect(await keptRuns(first)).toEqual(['b']));
  const second = await visit();
  await eventually(() => expect(second.state().interrupted).toBeDefined());
  second.actions.discardRun();
  expect(second.state().interrupted).toBeUndefined();
  await eventually(async () => expect(await keptRuns(second)).toEqual([]));
});

it('is lost with the page no more, once it is kept after a failure', async () => {
  const lab = await visit();
  vi.spyOn(lab.keep, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
  trains(lab, 1);
  await eventually(() => expect(keepsRun(lab.state())).toBe(false));
  lab.emit({ type: 'checkpointed', checkpoint: checkpointOf(1) });
  await eventually(() => expect(keepsRun(lab.state())).toBe(true));
});

it('keeps where a run stood until the network that it has left is kept', async () => {
  const lab = await visit();
  trains(lab, 3);
  await eventually(async () => expect(await keptRuns(lab)).toEqual(['a']));
  const remove = vi.spyOn(lab.keep, 'remove');
  const put = lab.keep.put.bind(lab.keep);
  let write = () => {};
  vi.spyOn(lab.keep, 'put').mockImplementation(async (...given) => {
    if (given[0] === 'network') {
      await new Promise<void>((resolve) => {
        write = resolve;
      });
    }
    await put(...given);
  });
  lab.emit({ type: 'phase', phase: 'stopped' });
  await eventually(() =>
    expect(lab.keep.put).toHaveBeenCalledWith('network', 'a', expect.anything(), expect.anything()),
  );
  expect(remove).not.toHaveBeenCalledWith('run', ['a']);
  write();
  await eventually(async () => expect(await keptRuns(lab)).toEqual([]));
  expect(lab.state().networks).toHaveLength(1);
});

it('offers a run after a reload whose network could not be kept', async () => {
  const full = await visit();
  trains(full, 3);
  await eventually(async () => expect(await keptRuns(full)).toEqual(['a']));
  vi.spyOn(full.keep, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  full.emit({ type: 'phase', phase: 'stopped' });
  await eventually(() => expect(full.state().notKept?.what).toBe('network'));
  const after = await visit();
  await eventually(() => expect(after.state().interrupted?.checkpoint.run).toBe('a'));
  // What is stopped before it trains again has left a network all the same.
  after.actions.continueRun();
  after.emit({ type: 'phase', phase: 'starting' }, { type: 'run-continued', run: 'a' });
  after.emit({ type: 'phase', phase: 'running' }, { type: 'phase', phase: 'stopped' });
  await eventually(() => expect(after.state().networks?.map(({ id }) => id)).toEqual(['a']));
  await eventually(async () => expect(await keptRuns(after)).toEqual([]));
});

it('forgets a run that has left no network', async () => {
  const lab = await visit();
  trains(lab, 1);
  await eventually(async () => expect(await keptRuns(lab)).toEqual(['a']));
  lab.emit({ type: 'phase', phase: 'failed' });
  await eventually(async () => expect(await keptRuns(lab)).toEqual([]));
  expect(lab.state().networks).toEqual([]);
});

it('offers no run that another tab is at work on', async () => {
  const held = ['digit-lab-run-a'];
  vi.stubGlobal('navigator', {
    locks: { request: async () => {}, query: async () => ({ held: held.map((name) => ({ name })) }) },
  });
  const busy = await visit();
  trains(busy, 3);
  await eventually(async () => expect(await keptRuns(busy)).toEqual(['a']));
  const other = await visit();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(other.state().interrupted).toBeUndefined();
  held.pop();
  const later = await visit();
  await eventually(() => expect(later.state().interrupted).toBeDefined());
});

it('offers the run again where the engine died under it', async () => {
  const lab = await visit();
  trains(lab, 3);
  await eventually(async () => expect(await keptRuns(lab)).toEqual(['a']));
  lab.engines.at(-1)?.die('crash');
  await eventually(() => expect(lab.state().interrupted?.checkpoint.trainedBatches).toBe(3));
});

it('keeps no run that has ended while it was written', async () => {
  const lab = await visit();
  trained(lab);
  await eventually(async () => expect((await lab.keep.list('network')).length).toBe(1));
  expect(await keptRuns(lab)).toEqual([]);
});

it('has the runs of before in the list, with their notes, and not those that were deleted', async () => {
  const before = await visit();
  trained(before, 'a');
  trained(before, 'b');
  before.actions.noteRun('b', 'the better one');
  await eventually(async () => expect((await before.keep.list('record')).length).toBe(2));
  before.actions.deleteRun('a');
  await eventually(async () => expect((await before.keep.list('record')).length).toBe(1));
  const after = await visit();
  await eventually(() => expect(after.state().runs).toHaveLength(1));
  expect(after.state().runs[0]).toMatchObject({ id: 'b', number: 2, note: 'the better one' });
  trained(after, 'c');
  expect(after.state().runs.map(({ number }) => number)).toEqual([2, 3]);
});
