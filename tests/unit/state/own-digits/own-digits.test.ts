import { beforeEach, describe, expect, it } from 'vitest';
import type { Drawing } from '../../../../src/ink/drawing';
import type { OwnDigit } from '../../../../src/model/own-digit';
import { ownDigitsFile } from '../../../../src/model/own-digits-file';
import { OwnDigitRepository } from '../../../../src/state/own-digits/own-digit-repository';
import { type DigitStore, NO_OWN_DIGITS, type OwnDigits } from '../../../../src/state/own-digits/own-digits';
import { ownDigit, ownDigits } from '../../../fixtures/own-digits';

/** A browser's storage as a list. */
class ListStore implements DigitStore {
  kept: readonly OwnDigit[] = [];
  isFull = false;
  isNewer = false;
  private readonly listeners: (() => void)[] = [];
  async all() {
    return this.kept;
  }
  async put(digits: readonly OwnDigit[]) {
    this.check();
    const others = this.kept.filter(({ id }) => digits.every((digit) => digit.id !== id));
    this.kept = [...others, ...digits];
  }
  async relabel(id: string, from: number, to: number) {
    this.check();
    this.kept = this.kept.map((digit) =>
      digit.id === id && digit.label === from ? { ...digit, label: to } : digit,
    );
    return this.kept.find((digit) => digit.id === id);
  }
  async remove(ids: readonly string[]) {
    this.check();
    this.kept = this.kept.filter(({ id }) => !ids.includes(id));
  }
  async removeAll() {
    this.check();
    this.kept = [];
  }
  onChange(listener: () => void) {
    this.listeners.push(listener);
  }
  onNewer() {}
  /** Another tab has changed what is kept. */
  async changedElsewhere(kept: readonly OwnDigit[]) {
    this.kept = kept;
    for (const listener of this.listeners) listener();
    await settled();
  }
  private check() {
    if (this.isFull) throw new DOMException('no room', 'QuotaExceededError');
    if (this.isNewer) throw Object.assign(new Error('a later page'), { name: 'NewerPage' });
  }
}

const line = (x: number, lean = 30): Drawing => ({
  strokes: [
    {
      width: 24,
      points: [
        { x, y: 40 },
        { x: x + lean, y: 240 },
      ],
    },
  ],
});
const fileOf = (digits: readonly OwnDigit[]) => new Blob([ownDigitsFile(digits)]);

let state: OwnDigits;
let list: ListStore;
let dates: number;
const keeperOn = (store: Promise<DigitStore>) =>
  new OwnDigitRepository({
    store,
    state: () => state,
    put: (patch) => {
      state = { ...state, ...patch };
    },
    date: () => {
      dates += 1;
      return new Date(dates).toISOString();
    },
    yieldToEventLoop: async () => {},
  });
/** What was begun is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
let keeper: OwnDigitRepository;

beforeEach(() => {
  state = NO_OWN_DIGITS;
  dates = 0;
  list = new ListStore();
  keeper = keeperOn(Promise.resolve(list));
});

it('shows what was kept before, oldest first', async () => {
  list.kept = [ownDigit(2), ownDigit(1)];
  await keeper.load();
  expect(state).toMatchObject({ isLoaded: true, keeping: 'kept' });
  expect(state.digits).toEqual([ownDigit(1), ownDigit(2)]);
});

it.each([
  ['nothing', null],
  ['no image', { ...ownDigit(5), image: undefined }],
  ['an image of another size', { ...ownDigit(5), image: new Uint8Array(9) }],
  ['an image that it is not called by', { ...ownDigit(5), id: 'x' }],
  ['a label that is none', { ...ownDigit(5), label: 12 }],
  ['strokes that are none', { ...ownDigit(5), strokes: [{ width: 9, points: [{ x: 'a' }] }] }],
])('leaves aside what was kept with %s, and shows the others', async (_, damaged) => {
  list.kept = [ownDigit(1), damaged as OwnDigit, ownDigit(2)];
  await keeper.load();
  expect(state.digits).toEqual([ownDigit(1), ownDigit(2)]);
  expect(state.keeping).toBe('kept');
});

it('collects a drawing with its label and its image, and keeps it', async () => {
  keeper.collect(line(100), 1);
  await settled();
  expect(state.digits).toMatchObject([{ label: 1, strokes: line(100).strokes }]);
  expect(Math.max(...(state.digits[0]?.image ?? []))).toBeGreaterThan(200);
  expect(list.kept).toEqual(state.digits);
});

it('gives a drawing that is collected again its new label', async () => {
  const drawing = line(100);
  keeper.collect(drawing, 1);
  keeper.collect(drawing, 7);
  await settled();
  expect(state.digits.map(({ label }) => label)).toEqual([7]);
  expect(list.kept.map(({ label }) => label)).toEqual([7]);
});

it.each<[string, Drawing]>([
  ['a digit of the data set', { baseImage: new Float32Array(784).fill(0.5), strokes: [] }],
  ['an empty pad', { strokes: [] }],
  ['what was only erased', { strokes: [{ width: 24, erases: true, points: [{ x: 9, y: 9 }] }] }],
])('does not collect %s', (_, drawing) => {
  keeper.collect(drawing, 3);
  expect(state.digits).toEqual([]);
});

it('removes digits here and where they are kept', async () => {
  list.kept = ownDigits(3);
  await keeper.load();
  await keeper.remove([ownDigit(1).id]);
  await settled();
  expect(state.digits).toEqual([ownDigit(0), ownDigit(2)]);
  expect(list.kept).toEqual(state.digits);
});

it('gives a digit another label at once, here and where it is kept, and takes that back', async () => {
  list.kept = ownDigits(3);
  await keeper.load();
  keeper.relabel(ownDigit(1).id, 7);
  expect(state.digits).toEqual([ownDigit(0), ownDigit(1, 7), ownDigit(2)]);
  expect(state.changed).toEqual({ before: ownDigit(1), label: 7 });
  keeper.relabel(ownDigit(1).id, 1);
  expect(state.changed).toBeUndefined();
  for (const label of [6, 7]) keeper.relabel(ownDigit(1).id, label);
  await settled();
  expect(list.kept).toContainEqual(ownDigit(1, 7));
  keeper.takeBack();
  await settled();
  expect([state.digits, state.changed]).toEqual([ownDigits(3), undefined]);
  expect(list.kept).toContainEqual(ownDigit(1));
});

it('brings back one that was removed, to its place, and not many', async () => {
  list.kept = ownDigits(4);
  await keeper.load();
  await keeper.remove([ownDigit(1).id]);
  expect(state.changed).toEqual({ before: ownDigit(1), label: undefined });
  keeper.takeBack();
  await settled();
  expect(state.digits).toEqual(ownDigits(4));
  expect(list.kept).toHaveLength(4);
  await keeper.remove([ownDigit(1).id, ownDigit(2).id]);
  keeper.takeBack();
  expect(state.digits).toEqual([ownDigit(0), ownDigit(3)]);
});

it('takes nothing back once another digit has come', async () => {
  list.kept = ownDigits(2);
  await keeper.load();
  await keeper.remove([ownDigit(1).id]);
  keeper.collect(line(100), 1);
  keeper.takeBack();
  expect(state.digits).toHaveLength(2);
  await keeper.remove([ownDigit(0).id]);
  await keeper.takeFile(fileOf([ownDigit(5)]));
  keeper.takeBack();
  expect(state.digits.map(({ id }) => id)).not.toContain(ownDigit(0).id);
});

it('leaves a digit alone whose label is that already, and one that is not there', async () => {
  list.kept = ownDigits(1);
  await keeper.load();
  keeper.relabel(ownDigit(0).id, 0);
  keeper.relabel('none', 3);
  expect([state.digits, state.changed]).toEqual([ownDigits(1), undefined]);
});

it('keeps digits for the visit where the browser keeps nothing, and says so', async () => {
  keeper = keeperOn(Promise.reject(new Error('blocked')));
  await keeper.load();
  keeper.collect(line(100), 1);
  await settled();
  expect(state).toMatchObject({ isLoaded: true, keeping: 'blocked' });
  expect(state.digits).toHaveLength(1);
});

it('says when what was collected could not be kept', async () => {
  list.isFull = true;
  await keeper.load();
  keeper.collect(line(100), 1);
  await settled();
  expect(state.keeping).toBe('refused');
  expect(state.digits).toHaveLength(1);
});

it('says of a drawing that it is kept once it is, and where it could not be kept that it is here alone', async () => {
  await keeper.load();
  keeper.collect(line(100), 1);
  expect(state.collected?.isKept).toBeUndefined();
  await settled();
  expect(state.collected?.isKept).toBe(true);
  list.isFull = true;
  keeper.collect(line(100, 60), 1);
  await settled();
  expect(state.collected?.isKept).toBe(false);
  // Once there is room, what could not be kept before is kept along with the next.
  list.isFull = false;
  keeper.collect(line(100, 90), 1);
  await settled();
  expect(list.kept).toHaveLength(3);
  expect([state.collected?.isKept, state.keeping]).toEqual([true, 'kept']);
});

it('tells a later page from a browser that keeps nothing', async () => {
  list.kept = ownDigits(2);
  await keeper.load();
  list.isNewer = true;
  keeper.collect(line(100), 1);
  await settled();
  expect([state.collected?.isKept, state.keeping]).toEqual([false, 'newer']);
  keeper = keeperOn(Promise.reject(Object.assign(new Error('a later page'), { name: 'NewerPage' })));
  state = NO_OWN_DIGITS;
  await keeper.load();
  expect(state).toMatchObject({ isLoaded: true, keeping: 'newer' });
});

it('shows no digit as gone that could not be removed', async () => {
  list.kept = ownDigits(2);
  await keeper.load();
  list.isFull = true;
  keeper.collect(line(100), 1);
  await keeper.remove([ownDigit(0).id]);
  expect(state.digits).toHaveLength(3);
  await keeper.removeAll();
  expect(state.digits).toEqual(ownDigits(2));
  expect(state.keeping).toBe('refused');
});

describe('another tab', () => {
  it('is followed in what it adds, changes and removes, but not in what is here alone', async () => {
    list.kept = ownDigits(2);
    await keeper.load();
    await list.changedElsewhere([ownDigit(1, 7), ownDigit(3)]);
    expect(state.digits).toEqual([ownDigit(1, 7), ownDigit(3)]);
    list.isFull = true;
    keeper.collect(line(100), 1);
    await settled();
    await list.changedElsewhere([]);
    expect(state.digits.map(({ strokes }) => strokes)).toEqual([line(100).strokes]);
  });

  it('gets no digit back that it has removed, and keeps the label that it has given', async () => {
    list.kept = ownDigits(3);
    await keeper.load();
    // It has not been heard yet.
    list.kept = [ownDigit(1, 9), ownDigit(2)];
    keeper.relabel(ownDigit(0).id, 5);
    keeper.relabel(ownDigit(1).id, 5);
    await settled();
    expect(list.kept).toEqual([ownDigit(1, 9), ownDigit(2)]);
    expect(state.digits).toEqual(list.kept);
    expect(state.changed).toBeUndefined();
  });

  it('has nothing left of what it added once all are removed here', async () => {
    list.kept = ownDigits(2);
    await keeper.load();
    list.kept = ownDigits(4);
    await keeper.removeAll();
    expect([list.kept, state.digits]).toEqual([[], []]);
  });
});

it('adds the digits of a file and drops those that are there, or twice in it', async () => {
  list.kept = [ownDigit(1)];
  await keeper.load();
  await keeper.takeFile(fileOf([ownDigit(1), ownDigit(2), ownDigit(2), ownDigit(0)]));
  await settled();
  expect(state.imported).toEqual({ ok: true, added: 2, duplicates: 2 });
  expect(state.digits.map(({ label }) => label)).toEqual([0, 1, 2]);
  expect(list.kept).toHaveLength(3);
});

it('takes nothing of a file that it refuses', async () => {
  await keeper.load();
  await keeper.takeFile(new Blob(['{}']));
  expect(state.imported).toEqual({ ok: false, problem: { code: 'other-format' } });
  expect(state.digits).toEqual([]);
});

it('takes nothing where there is no room for all', async () => {
  list.kept = ownDigits(999);
  await keeper.load();
  await keeper.takeFile(fileOf([ownDigit(1000), ownDigit(1001)]));
  expect(state.imported).toEqual({ ok: false, problem: { code: 'no-room' } });
  expect(state.digits).toHaveLength(999);
});
