import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptHeader } from '../../../../src/state/keeping/keep-store';
import {
  type NetworkBody,
  type SavedNetwork,
  savedNetwork,
} from '../../../../src/state/library/saved-network';
import { eventually } from '../../../fixtures/eventually';
import { freshBrowser, SETTINGS, trained, type Visit, visit } from './visits';

/* What the runs of sweeps leave in the library. */

beforeEach(() => void freshBrowser());
afterEach(() => vi.unstubAllGlobals());

/** That left what the list shows, newest first. */
const runsOf = ({ keep, state }: Visit) =>
  Promise.all(
    (state().networks ?? []).map(async ({ id }) => ((await keep.read('network', id)) as NetworkBody).run?.id),
  );

/** A sweep of so many trials is begun. */
function sweeps(lab: Visit, count = 2) {
  const axes = [{ setting: 'seed', count } as const];
  lab.actions.startSweep({ base: SETTINGS, axes, method: 'grid', draws: 1, halving: false });
}

it('keeps the last trial of a sweep in the place of the one before it', async () => {
  const lab = await visit();
  trained(lab, 'of a person');
  await eventually(() => expect(lab.state().networks).toHaveLength(1));
  sweeps(lab);
  for (const trial of ['one', 'two']) trained(lab, trial);
  await eventually(async () => expect(await runsOf(lab)).toEqual(['two', 'of a person']));
});

it('puts no trial in the place of one that a person has named, noted or pinned', async () => {
  const lab = await visit();
  const leaves = async (trial: string, ...before: readonly string[]) => {
    trained(lab, trial);
    await eventually(async () => expect(await runsOf(lab)).toEqual([trial, ...before]));
  };
  const describe = async (words: { name: string } | { note: string; isPinned: boolean }) => {
    const [newest] = await lab.keep.list('network');
    lab.actions.describeNetwork(savedNetwork(newest as KeptHeader) as SavedNetwork, words);
    await eventually(() => expect(lab.state().networks?.[0]).toMatchObject(words));
  };
  sweeps(lab, 3);
  await leaves('one');
  await describe({ name: 'mine' });
  await leaves('two', 'one');
  await leaves('three', 'one');
  await describe({ note: 'the best', isPinned: false });
  sweeps(lab);
  await leaves('four', 'three', 'one');
  expect(lab.state().networks?.map(({ name, note }) => name || note)).toEqual(['', 'the best', 'mine']);
  const network = lab.state().networks?.[0]?.id;
  expect(lab.state().openedNetwork).toBe(network);
  expect(await lab.keep.read('in-use', 'network')).toEqual({ network });
});

it('brings a trial back beside the one after it', async () => {
  const lab = await visit();
  const { actions, state } = lab;
  sweeps(lab);
  trained(lab, 'one');
  await eventually(async () => expect(await runsOf(lab)).toEqual(['one']));
  actions.deleteNetwork(state().networks?.[0] as SavedNetwork);
  await eventually(async () => expect(await lab.keep.list('network')).toEqual([]));
  trained(lab, 'two');
  await eventually(async () => expect(await runsOf(lab)).toEqual(['two']));
  actions.bringNetworkBack();
  await eventually(async () => expect((await runsOf(lab)).toSorted()).toEqual(['one', 'two']));
});

it('keeps the trials of two tabs apart', async () => {
  const labs = [await visit(), await visit()];
  for (const [tab, lab] of labs.entries()) {
    sweeps(lab);
    trained(lab, `tab ${tab}`);
  }
  for (const lab of labs) await eventually(() => expect(lab.state().networks).toHaveLength(2));
});
