import { beforeEach, describe, expect, it } from 'vitest';
import { DataError, type Dataset } from '../../../../src/data/dataset';
import { ActiveDataset } from '../../../../src/engine/data/active-dataset';
import type { DatasetState } from '../../../../src/protocol/data/dataset-state';

const part = (count: number) => ({ images: new Uint8Array(784 * count), labels: new Uint8Array(count) });
const dataset = (origin: string): Dataset => ({ train: part(24), test: part(10), official: false, origin });
const gives = (origin: string) => async () => ({ dataset: dataset(origin), problems: [] });
const PROBLEMS = [{ code: 'unreachable', file: 'a file', source: 'a mirror' }] as const;
const fails = async () => {
  throw new DataError(PROBLEMS);
};

let told: DatasetState[];
let holder: ActiveDataset;
const last = () => told.at(-1);

beforeEach(() => {
  told = [];
  holder = new ActiveDataset((state) => told.push(state));
});

describe('ActiveDataset', () => {
  it('keeps the data in use where others are refused, and says which and why', async () => {
    await holder.load('mnist', gives('first'));
    expect(await holder.load('files', fails)).toBe(true);
    expect(holder.inUse?.dataset.origin).toBe('first');
    expect(last()).toMatchObject({ status: 'ready', id: 'mnist', refused: 'files', problems: PROBLEMS });
  });

  it('says that there are none, and takes others in their place with the reason', async () => {
    expect(await holder.load('mnist', fails)).toBe(false);
    expect(last()).toMatchObject({ status: 'missing', id: 'mnist', problems: PROBLEMS });
    await holder.loadInstead('synthetic', gives('the lab'));
    expect(holder.inUse?.dataset.origin).toBe('the lab');
    const ready = told.filter(({ status }) => status === 'ready');
    expect(ready.map((state) => 'refused' in state)).toEqual([false, true]);
    expect(last()).toMatchObject({ id: 'synthetic', refused: 'mnist', problems: PROBLEMS });
  });

  it('takes the data that were asked for last, whichever come last', async () => {
    let arrive: (loaded: { dataset: Dataset; problems: [] }) => void = () => {};
    const slow = holder.load('mnist', () => new Promise((resolve) => (arrive = resolve)));
    await holder.load('files', gives('asked for last'));
    arrive({ dataset: dataset('asked for first'), problems: [] });
    // Nothing has to be loaded instead.
    expect(await slow).toBe(true);
    expect(holder.inUse?.dataset.origin).toBe('asked for last');
    expect(last()).toMatchObject({ status: 'ready', id: 'files' });
  });

  it('tells a source when its data are no longer wanted', async () => {
    const wanted: boolean[] = [];
    const first = holder.load('synthetic', async (_, isWanted) => {
      wanted.push(isWanted());
      await holder.load('mnist', gives('asked for meanwhile'));
      wanted.push(isWanted());
      return { dataset: dataset('late'), problems: [] };
    });
    await first;
    expect(wanted).toEqual([true, false]);
    expect(holder.inUse?.dataset.origin).toBe('asked for meanwhile');
  });
});
