import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { wouldBeLost } from '../../../../src/state/keeping/would-be-lost';
import type { SavedNetwork } from '../../../../src/state/library/saved-network';
import { isTrained } from '../../../../src/state/network/network-selectors';
import { outputNamesOf } from '../../../../src/state/network/output-names';
import { eventually } from '../../../fixtures/eventually';
import { editedTold, networkTold, tunedTold } from '../told';
import { freshBrowser, opened, PER_EPOCH, SETTINGS, trained, trains, type Visit, visit } from './visits';

beforeEach(() => void freshBrowser());
afterEach(() => vi.unstubAllGlobals());

const kept = (lab: Visit, count: number) =>
  eventually(() => expect(lab.state().networks).toHaveLength(count));

it('opens the network of before after a reload, with its run and all that was read with it', async () => {
  const before = await visit();
  trained(before);
  await kept(before, 1);
  const after = await visit();
  await eventually(() => expect(after.commands.openNetwork).toHaveBeenCalledTimes(1));
  opened(after);
  const { run, readings, openedNetwork, weightsVersion } = after.state();
  const was = before.state();
  expect(run).toMatchObject({
    phase: 'finished',
    id: 'a',
    test: was.run.test,
    validation: was.run.validation,
  });
  expect(Object.keys(readings)).toEqual(['validation', 'test']);
  expect(readings.test?.trainedBatches).toBe(SETTINGS.epochs * PER_EPOCH);
  expect(weightsVersion).toBeGreaterThan(0);
  expect(openedNetwork).toBe('a');
  expect(after.state().networks?.[0]).toMatchObject({
    ...{ origin: 'trained', isPinned: false, notation: 'c2k3-p2-d10' },
    accuracy: { part: 'test', right: 90, images: 100 },
  });
});

it('opens nothing where the address asks for another network, or weights were reset since', async () => {
  const before = await visit();
  trained(before);
  await kept(before, 1);
  const { network: _, ...others } = SETTINGS;
  const elsewhere = await visit({ ...others, network: [{ type: 'dense', units: 10 }] });
  expect(elsewhere.commands.openNetwork).not.toHaveBeenCalled();
  before.emit(networkTold());
  await eventually(async () => expect(await before.keep.list('in-use')).toEqual([]));
  const later = await visit();
  expect(later.commands.openNetwork).not.toHaveBeenCalled();
});

it('gives back no readings of other data', async () => {
  const before = await visit();
  trained(before);
  await kept(before, 1);
  const after = await visit();
  const { dataset } = after.state();
  after.emit({ type: 'dataset', dataset: { ...dataset, official: false } as never });
  await eventually(() => expect(after.commands.openNetwork).toHaveBeenCalled());
  opened(after);
  expect(after.state().run.phase).toBe('finished');
  expect(after.state().readings).toEqual({});
  after.emit({ type: 'dataset', dataset });
  expect(Object.keys(after.state().readings)).toEqual(['validation', 'test']);
});

it('loads a network with its settings, names it, copies it, deletes it and brings it back', async () => {
  const lab = await visit();
  trained(lab);
  await kept(lab, 1);
  const network = () =>
    lab.state().networks?.at(-1) as NonNullable<ReturnType<typeof lab.state>['networks']>[0];
  lab.actions.describeNetwork(network(), { name: 'Mine' });
  await eventually(() => expect(network()).toMatchObject({ name: 'Mine', isPinned: true }));
  lab.actions.duplicateNetwork(network(), 'Mine, too');
  await kept(lab, 2);
  lab.actions.change({ epochs: 7 });
  lab.actions.loadNetwork('a');
  await eventually(() => expect(lab.commands.openNetwork).toHaveBeenCalledTimes(1));
  expect(lab.state().settings.epochs).toBe(3);
  opened(lab);
  expect(lab.state().openedNetwork).toBe('a');
  lab.actions.deleteNetwork(network());
  await kept(lab, 1);
  expect(lab.state().deletedNetwork?.name).toBe('Mine');
  lab.actions.bringNetworkBack();
  await kept(lab, 2);
  expect(
    lab
      .state()
      .networks?.map(({ name }) => name)
      .sort(),
  ).toEqual(['Mine', 'Mine, too']);
});

it('begins the next visit with the network in use, not with one that was copied or brought back since', async () => {
  const lab = await visit();
  trained(lab, 'other');
  await kept(lab, 1);
  trained(lab, 'in use');
  await kept(lab, 2);
  const other = lab.state().networks?.at(-1) as SavedNetwork;
  lab.actions.duplicateNetwork(other, 'a copy');
  await kept(lab, 3);
  lab.actions.deleteNetwork(other);
  await kept(lab, 2);
  lab.actions.bringNetworkBack();
  await kept(lab, 3);
  expect(await lab.keep.read('in-use', 'network')).toEqual({ network: 'in use' });
});

it.each<[string, (lab: Visit) => void]>([
  ['a run has begun', (lab) => trains(lab, 1, 'b')],
  ['it was changed by hand', (lab) => lab.emit(editedTold())],
  ['it was fine-tuned', (lab) => lab.emit(tunedTold('open'))],
])('says of no network that it is in use, where %s while it was written', async (_, happens) => {
  const lab = await visit();
  const remove = vi.spyOn(lab.keep, 'remove');
  trained(lab);
  happens(lab);
  await kept(lab, 1);
  await eventually(() => expect(remove).toHaveBeenCalledWith('run', ['a']));
  expect(lab.state().openedNetwork).toBeUndefined();
});

it('says of no network that it is in use, where it was changed after it was asked for', async () => {
  const lab = await visit();
  trained(lab);
  await kept(lab, 1);
  lab.emit(editedTold());
  lab.commands.trainedNetwork.mockResolvedValue({ settings: SETTINGS, weights: [], trainedBatches: 6 });
  lab.actions.keepNetwork();
  lab.emit(editedTold());
  await kept(lab, 2);
  expect(lab.state().openedNetwork).toBeUndefined();
  lab.actions.keepNetwork();
  await kept(lab, 3);
  expect(lab.state().openedNetwork).toBe(lab.state().networks?.[0]?.id);
});

it('keeps the last twenty that nobody asked to keep, and all others', async () => {
  const lab = await visit();
  trained(lab, 'first');
  await kept(lab, 1);
  const [first] = lab.state().networks ?? [];
  if (first) lab.actions.describeNetwork(first, { isPinned: true });
  for (let run = 0; run < 22; run++) {
    trained(lab, `run ${run}`);
    await eventually(() => expect(lab.state().networks?.[0]?.id).toBe(`run ${run}`));
  }
  const left = lab.state().networks?.map(({ id }) => id);
  expect(left).toHaveLength(21);
  expect(left).toContain('first');
  expect(left).not.toContain('run 0');
});

it('opens what comes from a file, as a trained network without a run, and keeps it', async () => {
  const lab = await visit();
  const weights = [new Float32Array(18), new Float32Array(2), new Float32Array(3380), new Float32Array(10)];
  lab.actions.openTrained({ settings: SETTINGS, weights, trainedBatches: 1 }, 'from a friend');
  await kept(lab, 1);
  expect(lab.state().openedNetwork).toBeUndefined();
  opened(lab);
  expect(isTrained(lab.state())).toBe(true);
  expect(lab.state().openedNetwork).toBe(lab.state().networks?.[0]?.id);
  expect(lab.state().networks?.[0]).toMatchObject({
    name: 'from a friend',
    origin: 'opened',
    accuracy: undefined,
  });
});

it('opens it with what its outputs stand for, also after a reload and under another name', async () => {
  const lab = await visit();
  const weights = [new Float32Array(18), new Float32Array(2), new Float32Array(3380), new Float32Array(10)];
  const names = [...'ABCDEFGHIJ'];
  lab.actions.openTrained({ settings: SETTINGS, weights, trainedBatches: 1 }, 'letters', names);
  opened(lab);
  expect(outputNamesOf(lab.state())).toEqual(names);
  await kept(lab, 1);
  const after = await visit();
  await eventually(() => expect(after.commands.openNetwork).toHaveBeenCalledTimes(1));
  opened(after);
  expect(outputNamesOf(after.state())).toEqual(names);
  after.commands.trainedNetwork.mockResolvedValue({ settings: SETTINGS, weights, trainedBatches: 1 });
  after.actions.keepNetwork();
  await kept(after, 2);
  after.actions.loadNetwork(after.state().networks?.[0]?.id ?? '');
  await eventually(() => expect(after.commands.openNetwork).toHaveBeenCalledTimes(2));
  opened(after);
  expect(outputNamesOf(after.state())).toEqual(names);
});

it('says so where the disk is full, and the run is there all the same', async () => {
  const lab = await visit();
  vi.spyOn(lab.keep, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  trained(lab);
  await eventually(() => expect(lab.state().notKept).toMatchObject({ reason: 'full' }));
  expect(lab.state().run.phase).toBe('finished');
  expect(lab.state().networks).toEqual([]);
  lab.actions.dismissNotKept();
  expect(lab.state().notKept).toBeUndefined();
  expect(wouldBeLost(lab.state())).toBe(true);
  vi.mocked(lab.keep.put).mockRestore();
  trained(lab, 'b');
  await eventually(() => expect(wouldBeLost(lab.state())).toBe(false));
});

it('can bring a network back later, where there was no room to do so', async () => {
  const lab = await visit();
  trained(lab);
  await kept(lab, 1);
  lab.actions.deleteNetwork(lab.state().networks?.[0] as SavedNetwork);
  await eventually(async () => expect(await lab.keep.list('network')).toEqual([]));
  vi.spyOn(lab.keep, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
  lab.actions.bringNetworkBack();
  await eventually(() => expect(lab.state().notKept?.what).toBe('library'));
  await eventually(() => expect(lab.state().deletedNetwork?.id).toBe('a'));
  lab.actions.bringNetworkBack();
  await kept(lab, 1);
});

it('overwrites nothing that another tab has changed, and says so', async () => {
  const [ours, theirs] = [await visit(), await visit()];
  trained(ours);
  for (const lab of [ours, theirs]) await kept(lab, 1);
  const [stale] = theirs.state().networks ?? [];
  const [network] = ours.state().networks ?? [];
  if (!stale || !network) throw new Error('nothing is kept');
  vi.spyOn(theirs.keep, 'list').mockResolvedValueOnce([]);
  ours.actions.describeNetwork(network, { name: 'ours' });
  await eventually(() => expect(ours.state().networks?.[0]?.name).toBe('ours'));
  theirs.actions.describeNetwork(stale, { name: 'theirs' });
  await eventually(() => expect(theirs.state().notKept?.reason).toBe('stale'));
  await eventually(() => expect(theirs.state().networks?.[0]?.name).toBe('ours'));
});
