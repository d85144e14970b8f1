import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshBrowser, trained, trains, type Visit, visit } from './visits';

beforeEach(() => {
  freshBrowser();
  // The page of a visit that is over still lives here, and would answer the next one.
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => vi.unstubAllGlobals());

type Body = Record<string, Record<string, unknown>>;

/** What is kept is other than this page writes it, though whole. */
async function spoil({ keep }: Visit, kind: 'record' | 'run', id: string, spoilt: (body: Body) => unknown) {
  await keep.put(kind, id, undefined, spoilt((await keep.read(kind, id)) as Body));
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
    await vi.waitFor(async () => expect(await before.keep.list('record')).toHaveLength(2));
    await spoil(before, 'record', 'a', to);
    const after = await visit();
    await vi.waitFor(() => expect(after.state().runs.map(({ id }) => id)).toEqual(['b']));
    expect(after.state().notKept).toEqual({ what: 'read', reason: 'damaged' });
    expect((await after.keep.list('record')).map(({ id }) => id)).toEqual(['b']);
    expect((await after.keep.list('damaged' as never)).map(({ id }) => id)).toEqual(['a']);
  },
);

it('a record of a later format is left as it is', async () => {
  const before = await visit();
  for (const run of ['a', 'b']) trained(before, run);
  await vi.waitFor(async () => expect(await before.keep.list('record')).toHaveLength(2));
  await spoil(before, 'record', 'a', (body) => ({ ...body, format: 2 }));
  const after = await visit();
  await vi.waitFor(() => expect(after.state().runs).toHaveLength(1));
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
    'fewer losses than batches',
    withIn('run', { batches: { length: 9, loss: new Float32Array(1), accuracy: new Float32Array(1) } }),
  ],
])(
  'an interrupted run that is kept with %s is set aside, which is said, and the one before it is offered',
  async (_, to) => {
    const before = await visit();
    for (const run of ['a', 'b']) {
      trains(before, 3, run);
      await vi.waitFor(async () =>
        expect((await before.keep.list('run')).map(({ id }) => id)).toContain(run),
      );
    }
    await spoil(before, 'run', 'b', to);
    const after = await visit();
    await vi.waitFor(() => expect(after.state().interrupted?.checkpoint.run).toBe('a'));
    expect(after.state().notKept).toEqual({ what: 'read', reason: 'damaged' });
    expect((await after.keep.list('run')).map(({ id }) => id)).toEqual(['a']);
  },
);
