import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventually } from '../../../fixtures/eventually';
import {
  checkpointOf,
  freshBrowser,
  opened,
  PER_EPOCH,
  SETTINGS,
  trained,
  trains,
  type Visit,
  visit,
} from './visits';

beforeEach(() => {
  freshBrowser();
  // The page of a visit that is over still lives here, and would answer the next one.
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => vi.unstubAllGlobals());

type Body = Record<string, Record<string, unknown>>;

/** What is kept is other than this page writes it, though whole. */
async function spoil(
  { keep }: Visit,
  kind: 'record' | 'run' | 'network',
  id: string,
  spoilt: (body: Body) => unknown,
) {
  const about = (await keep.list(kind)).find((header) => header.id === id)?.about;
  await keep.put(kind, id, about, spoilt((await keep.read(kind, id)) as Body));
}

const withIn = (part: string, patch: object) => (body: Body) => ({
  ...body,
  [part]: { ...body[part], ...patch },
});

it.each<[string, (body: Body) => unknown]>([
  ['nothing', () => null],
  ['a text', () => 'a run'],
  ['no format', ({ record }) => ({ record })],
  ['no record', () => ({ format: 1 })],
  ['no curves', withIn('record', { curves: undefined })],
  ['curves of another shape', withIn('record', { curves: { trainingLoss: 'steep' } })],
  ['settings of no network', withIn('record', { settings: { network: [] } })],
  ['an end that is none', withIn('record', { end: 'asleep' })],
  ['more right than there are', withIn('record', { test: { images: 1, right: 2, loss: 0 } })],
  ['a note that is no text', withIn('record', { note: { html: '<b>' } })],
  ['changes that are none', withIn('record', { changes: [{ name: 'network' }] })],
])(
  'a record of a run that is kept as %s is set aside, which is said, and the others are there',
  async (_, to) => {
    const before = await visit();
    for (const run of ['a', 'b']) trained(before, run);
    await eventually(async () => expect(await before.keep.list('record')).toHaveLength(2));
    await spoil(before, 'record', 'a', to);
    const after = await visit();
    await eventually(() => expect(after.state().runs.map(({ id }) => id)).toEqual(['b']));
    expect(after.state().notKept).toEqual({ what: 'read', reason: 'damaged' });
    expect((await after.keep.list('record')).map(({ id }) => id)).toEqual(['b']);
    expect((await after.keep.list('damaged' as never)).map(({ id }) => id)).toEqual(['a']);
  },
);

it('a record of a later format is left as it is', async () => {
  const before = await visit();
  for (const run of ['a', 'b']) trained(before, run);
  await eventually(async () => expect(await before.keep.list('record')).toHaveLength(2));
  await spoil(before, 'record', 'a', (body) => ({ ...body, format: 2 }));
  const after = await visit();
  await eventually(() => expect(after.state().runs).toHaveLength(1));
  expect(after.state().notKept).toBeUndefined();
  expect(await after.keep.list('record')).toHaveLength(2);
});

it.each<[string, (body: Body) => unknown]>([
  ['no checkpoint', withIn('checkpoint', { kept: undefined })],
  [
    'weights that are none',
    withIn('checkpoint', { step: { optimizer: 'adam', weights: [[1]], vectors: [], steps: 1 } }),
  ],
  [
    'vectors of the optimizer that are too short',
    withIn('checkpoint', {
      step: { ...checkpointOf(3).step, vectors: [checkpointOf(3).step.weights, [new Float32Array(1)]] },
    }),
  ],
  [
    'fewer losses than batches',
    withIn('run', { batches: { length: 9, loss: new Float32Array(1), accuracy: new Float32Array(1) } }),
  ],
])(
  'an interrupted run that is kept with %s is set aside, which is said, and the one before it is offered',
  async (_, to) => {
    const before = await visit();
    for (const run of ['a', 'b']) {
      trains(before, 3, run);
      await eventually(async () =>
        expect((await before.keep.list('run')).map(({ id }) => id)).toContain(run),
      );
    }
    await spoil(before, 'run', 'b', to);
    const after = await visit();
    await eventually(() => expect(after.state().interrupted?.checkpoint.run).toBe('a'));
    expect(after.state().notKept).toEqual({ what: 'read', reason: 'damaged' });
    expect((await after.keep.list('run')).map(({ id }) => id)).toEqual(['a']);
  },
);

/** A browser that keeps two networks, of which the first is spoilt, and the second is in use. */
async function spoiltNetwork(spoilt: (body: Body) => unknown) {
  const before = await visit();
  for (const run of ['a', 'b']) {
    trained(before, run);
    await eventually(() => expect(before.state().openedNetwork).toBe(run));
  }
  await spoil(before, 'network', 'a', spoilt);
  const after = await visit();
  await eventually(() => expect(after.commands.openNetwork).toHaveBeenCalledTimes(1));
  return after;
}

it.each<[string, (body: Body) => unknown]>([
  ['nothing', () => ({ format: 1 })],
  ['settings of no network', withIn('network', { settings: { network: [] } })],
  ['a setting that is none', withIn('network', { settings: { ...SETTINGS, batchSize: 'all' } })],
  ['fewer weights than it has', withIn('network', { weights: checkpointOf(1).step.weights.slice(1) })],
  ['weights of other lengths', withIn('network', { weights: checkpointOf(1).step.weights.toReversed() })],
])(
  'a network that is kept with %s is set aside as it is loaded, which is said, and the controls stay',
  async (_, to) => {
    const lab = await spoiltNetwork(to);
    lab.actions.change({ epochs: 7 });
    const { settings } = lab.state();
    lab.actions.loadNetwork('a');
    await eventually(() => expect(lab.state().networks?.map(({ id }) => id)).toEqual(['b']));
    expect(lab.state().notKept).toEqual({ what: 'read', reason: 'damaged' });
    expect(lab.state().settings).toEqual(settings);
    expect(lab.commands.openNetwork).toHaveBeenCalledTimes(1);
    expect((await lab.keep.list('damaged' as never)).map(({ id }) => id)).toEqual(['a']);
  },
);

it('a network that was kept before a setting was there is loaded with what that is for everybody', async () => {
  const { labelSmoothing: _, ...older } = SETTINGS;
  const lab = await spoiltNetwork(withIn('network', { settings: older }));
  lab.actions.change({ labelSmoothing: 0.1 });
  lab.actions.loadNetwork('a');
  await eventually(() => expect(lab.commands.openNetwork).toHaveBeenCalledTimes(2));
  expect(lab.commands.openNetwork.mock.lastCall?.[1].settings).toEqual(SETTINGS);
  expect(lab.state().settings).toEqual(SETTINGS);
});

it.each<[string, object]>([
  ['readings that are none', { readings: null }],
  [
    'readings of another shape',
    { readings: { validation: { trainedBatches: SETTINGS.epochs * PER_EPOCH } } },
  ],
  ['a run of another shape', { run: { phase: 'asleep' } }],
])('a network that is kept with %s is loaded without them', async (_, patch) => {
  const lab = await spoiltNetwork((body) => ({ ...body, ...patch }));
  lab.actions.loadNetwork('a');
  await eventually(() => expect(lab.commands.openNetwork).toHaveBeenCalledTimes(2));
  opened(lab);
  expect(lab.state()).toMatchObject({ openedNetwork: 'a', readings: {}, notKept: undefined });
});

it('a network of which it is not known what it is, is set aside, which is said, and the others are listed', async () => {
  const before = await visit();
  for (const run of ['a', 'b']) {
    trained(before, run);
    await eventually(() => expect(before.state().openedNetwork).toBe(run));
  }
  await before.keep.put('network', 'a', { format: 1, name: {} }, await before.keep.read('network', 'a'));
  const after = await visit();
  expect(after.state().networks?.map(({ id }) => id)).toEqual(['b']);
  expect(after.state().notKept).toEqual({ what: 'read', reason: 'damaged' });
});

it('a network of a later format is left as it is, however many are kept after it', async () => {
  const before = await visit();
  trained(before, 'later');
  await eventually(() => expect(before.state().openedNetwork).toBe('later'));
  await before.keep.put('network', 'later', { format: 2 }, { format: 2 });
  for (let run = 0; run < 21; run++) {
    trained(before, `run ${run}`);
    await eventually(() => expect(before.state().openedNetwork).toBe(`run ${run}`));
  }
  expect(before.state().networks).toHaveLength(20);
  expect(before.state().notKept).toBeUndefined();
  expect((await before.keep.list('network')).map(({ id }) => id)).toContain('later');
});
