import { beforeEach, describe, expect, it } from 'vitest';
import { DataError, type Dataset } from '../../../../src/data/dataset';
import type { FilesRead, FilesReading, ReadFilesOptions } from '../../../../src/data/read-files';
import type { Adjustments } from '../../../../src/data/understand/choices';
import { ActiveDataset } from '../../../../src/engine/data/active-dataset';
import { FilePreviews } from '../../../../src/engine/data/file-previews';
import type { DatasetState } from '../../../../src/protocol/data/dataset-state';
import type { FilePreview } from '../../../../src/protocol/data/file-preview';

const part = (count: number) => ({
  images: new Uint8Array(784 * count),
  labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
});
const dataset = (origin: string): Dataset => ({ train: part(48), test: part(20), official: false, origin });
/** What matters of it here is what it is understood as. */
const reading = (origin: string) =>
  ({ origin, mapping: undefined, hints: { areFashion: false, areEmnist: false } }) as FilesReading;
const understood = (origin: string): FilesRead => ({
  dataset: dataset(origin),
  format: 'npz',
  range: { least: 0, most: 255 },
  guesses: [],
  arrays: [],
  areByShape: false,
  testOneIn: undefined,
  notes: [],
  warnings: [],
  classes: 10,
  naming: 'digits',
});
const PROBLEMS = [{ code: 'pickle', file: 'mnist.npz', field: 'x_train.npy', source: 'your files' }] as const;
const NAMES = ['shoe', ...'123456789'];

type Options = Pick<ReadFilesOptions, 'onProgress' | 'signal'>;
interface Asked {
  readonly options: Options;
  readonly set: string | undefined;
  readonly answer: (read: FilesReading) => void;
  readonly refuse: (error: unknown) => void;
}

let previews: FilePreviews;
let holder: ActiveDataset;
let told: (FilePreview | undefined)[];
let states: DatasetState[];
let asked: Asked[];
let understandings: Adjustments[];

beforeEach(async () => {
  [told, states, asked, understandings] = [[], [], [], []];
  holder = new ActiveDataset((state) => states.push(state));
  await holder.load('mnist', async () => ({ dataset: dataset('MNIST'), problems: [] }));
  previews = new FilePreviews({
    read: (_, options, set) => new Promise((answer, refuse) => asked.push({ options, set, answer, refuse })),
    async understand({ origin }, adjustments) {
      understandings.push(adjustments);
      if (adjustments.layout === 'last-axis') throw new DataError(PROBLEMS);
      const read = understood(adjustments.range ? `${origin} ${adjustments.range}` : origin);
      const { validationOneIn } = adjustments;
      if (validationOneIn === undefined) return read;
      return { ...read, dataset: { ...read.dataset, isStratified: true, validationOneIn } };
    },
    tell: (preview) => told.push(preview),
    use: (used) => holder.use('files', { dataset: used, problems: [] }),
  });
});

const inUse = () => holder.inUse?.dataset.origin;

describe('FilePreviews', () => {
  it('says what files hold and leaves the data in use until it is told to use them', async () => {
    const done = previews.read([]);
    asked[0]?.options.onProgress?.(50, 100);
    asked[0]?.answer(reading('mine'));
    await done;
    expect(told.slice(0, 2)).toEqual([
      { status: 'reading', done: 0 },
      { status: 'reading', done: 0.5 },
    ]);
    const last = told.at(-1);
    expect(last).toMatchObject({
      status: 'understood',
      understood: { name: 'mine', train: 44, validation: 4, test: 20 },
    });
    if (last?.status !== 'understood') throw new Error('was not understood');
    expect(last.understood.classCounts.train).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 4, 4]);
    expect(last.understood.samples.labels).toHaveLength(20);
    expect(inUse()).toBe('MNIST');
    previews.use(NAMES);
    expect(inUse()).toBe('mine');
    expect(states.at(-1)).toMatchObject({ status: 'ready', id: 'files', classNames: NAMES });
    expect(told.at(-1)).toBeUndefined();
  });

  it('leaves the data in use where files are refused, and uses nothing after that', async () => {
    const done = previews.read([]);
    asked[0]?.refuse(new DataError(PROBLEMS));
    await done;
    expect(told.at(-1)).toEqual({ status: 'refused', problems: PROBLEMS });
    previews.use(undefined);
    expect(inUse()).toBe('MNIST');
    expect(states.at(-1)).toMatchObject({ status: 'ready', id: 'mnist' });
  });

  it('lets go of files at Cancel, read or being read', async () => {
    const done = previews.read([]);
    previews.cancel();
    expect(asked[0]?.options.signal?.aborted).toBe(true);
    asked[0]?.answer(reading('mine'));
    await done;
    expect(told).toEqual([{ status: 'reading', done: 0 }, undefined]);
    previews.use(undefined);
    expect(inUse()).toBe('MNIST');
  });

  it('goes by the files that were given last', async () => {
    const first = previews.read([]);
    const second = previews.read([]);
    asked[1]?.answer(reading('second'));
    asked[0]?.answer(reading('first'));
    await Promise.all([first, second]);
    previews.use(undefined);
    expect(inUse()).toBe('second');
  });

  it('understands files in another way without reading them again, and uses them so', async () => {
    const done = previews.read([]);
    asked[0]?.answer(reading('mine'));
    await done;
    await previews.adjust({ range: 'own' });
    expect([asked.length, understandings]).toEqual([1, [{}, { range: 'own' }]]);
    expect(told.at(-1)).toMatchObject({ understood: { name: 'mine own', adjustments: { range: 'own' } } });
    previews.use(undefined);
    expect(inUse()).toBe('mine own');
    await previews.adjust({ range: 'unit' });
    expect(understandings).toHaveLength(2);
  });

  it('reads files again for another of the sets in them, and keeps the one before until it is there', async () => {
    const done = previews.read([]);
    const sets = (taken: string) => ({ ...reading(taken), sets: { names: ['a', 'b'], taken } });
    asked[0]?.answer(sets('a'));
    await done;
    const spoilt = previews.adjust({ set: 'b' });
    asked[1]?.refuse(new DataError(PROBLEMS));
    await spoilt;
    expect(told.at(-1)).toMatchObject({ understood: { name: 'a', problems: PROBLEMS } });
    const other = previews.adjust({ set: 'b' });
    asked[2]?.answer(sets('b'));
    await other;
    await previews.adjust({ set: 'b', range: 'own' });
    expect(asked.map(({ set }) => set)).toEqual([undefined, 'b', 'b']);
    previews.use(undefined);
    expect(inUse()).toBe('b own');
  });

  it('divides them as was asked, in the preview and in use', async () => {
    const done = previews.read([]);
    asked[0]?.answer(reading('mine'));
    await done;
    expect(told.at(-1)).toMatchObject({ understood: { validationOneIn: 12, validation: 4 } });
    await previews.adjust({ validationOneIn: 4 });
    const parts = { train: 36, validation: 12, test: 20 };
    expect(told.at(-1)).toMatchObject({ understood: { validationOneIn: 4, ...parts } });
    previews.use(undefined);
    expect(states.at(-1)).toMatchObject({ status: 'ready', id: 'files', ...parts });
    expect(holder.inUse?.split.validation).toHaveLength(12);
  });

  it('leaves them as they were where they can not be understood so, and says why', async () => {
    const done = previews.read([]);
    asked[0]?.answer(reading('mine'));
    await done;
    await previews.adjust({ layout: 'last-axis' });
    expect(told.at(-1)).toMatchObject({
      status: 'understood',
      understood: { name: 'mine', adjustments: {}, problems: PROBLEMS },
    });
    previews.use(undefined);
    expect(inUse()).toBe('mine');
  });

  it('says what went wrong where nobody expected it', async () => {
    const done = previews.read([]);
    asked[0]?.refuse(new RangeError('out of memory'));
    await done;
    expect(told.at(-1)).toMatchObject({
      status: 'refused',
      problems: [{ found: 'RangeError: out of memory' }],
    });
  });
});
