import { beforeEach, describe, expect, it } from 'vitest';
import { ownDigit, ownDigits } from '../../../fixtures/own-digits';
import { ListStore, line, settled, setUp } from './list-store';

let list: ListStore;
let lab: ReturnType<typeof setUp>;

beforeEach(() => {
  list = new ListStore();
  lab = setUp(Promise.resolve(list));
});

it('says of a drawing that it is kept once it is, and where it could not be kept that it is here alone', async () => {
  await lab.keeper.load();
  lab.keeper.collect(line(100), 1);
  expect(lab.state.collected?.isKept).toBeUndefined();
  await settled();
  expect(lab.state.collected?.isKept).toBe(true);
  list.isFull = true;
  lab.keeper.collect(line(100, 60), 1);
  await settled();
  expect(lab.state.collected?.isKept).toBe(false);
  // Once there is room, what could not be kept before is kept along with the next.
  list.isFull = false;
  lab.keeper.collect(line(100, 90), 1);
  await settled();
  expect(list.kept).toHaveLength(3);
  expect([lab.state.collected?.isKept, lab.state.keeping]).toEqual([true, 'kept']);
});

it('tells a later page from a browser that keeps nothing', async () => {
  list.kept = ownDigits(2);
  await lab.keeper.load();
  list.isNewer = true;
  lab.keeper.collect(line(100), 1);
  await settled();
  expect([lab.state.collected?.isKept, lab.state.keeping]).toEqual([false, 'newer']);
  lab = setUp(Promise.reject(Object.assign(new Error('a later page'), { name: 'NewerPage' })));
  await lab.keeper.load();
  expect(lab.state).toMatchObject({ isLoaded: true, keeping: 'newer' });
});

it('shows no digit as gone that could not be removed', async () => {
  list.kept = ownDigits(2);
  await lab.keeper.load();
  list.isFull = true;
  lab.keeper.collect(line(100), 1);
  await lab.keeper.remove([ownDigit(0).id]);
  expect(lab.state.digits).toHaveLength(3);
  await lab.keeper.removeAll();
  expect(lab.state.digits).toEqual(ownDigits(2));
  expect(lab.state.keeping).toBe('refused');
});

describe('another tab', () => {
  it('is followed in what it adds, changes and removes, but not in what is here alone', async () => {
    list.kept = ownDigits(2);
    await lab.keeper.load();
    await list.changedElsewhere([ownDigit(1, 7), ownDigit(3)]);
    expect(lab.state.digits).toEqual([ownDigit(1, 7), ownDigit(3)]);
    list.isFull = true;
    lab.keeper.collect(line(100), 1);
    await settled();
    await list.changedElsewhere([]);
    expect(lab.state.digits.map(({ strokes }) => strokes)).toEqual([line(100).strokes]);
  });

  it('gets no digit back that it has removed, and keeps the label that it has given', async () => {
    list.kept = ownDigits(3);
    await lab.keeper.load();
    // It has not been heard yet.
    list.kept = [ownDigit(1, 9), ownDigit(2)];
    lab.keeper.relabel(ownDigit(0).id, 5);
    lab.keeper.relabel(ownDigit(1).id, 5);
    await settled();
    expect(list.kept).toEqual([ownDigit(1, 9), ownDigit(2)]);
    expect(lab.state.digits).toEqual(list.kept);
    expect(lab.state.changed).toBeUndefined();
  });

  it('has nothing left of what it added once all are removed here', async () => {
    list.kept = ownDigits(2);
    await lab.keeper.load();
    list.kept = ownDigits(4);
    await lab.keeper.removeAll();
    expect([list.kept, lab.state.digits]).toEqual([[], []]);
  });
});
