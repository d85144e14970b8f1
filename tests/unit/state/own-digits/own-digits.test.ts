import { beforeEach, expect, it } from 'vitest';
import type { Drawing } from '../../../../src/ink/drawing';
import type { OwnDigit } from '../../../../src/model/own-digit';
import { ownDigitsFile } from '../../../../src/model/own-digits-file';
import { ownDigit, ownDigits } from '../../../fixtures/own-digits';
import { ListStore, line, settled, setUp } from './list-store';

const fileOf = (digits: readonly OwnDigit[]) => new Blob([ownDigitsFile(digits)]);

let list: ListStore;
let lab: ReturnType<typeof setUp>;

beforeEach(() => {
  list = new ListStore();
  lab = setUp(Promise.resolve(list));
});

it('shows what was kept before, oldest first', async () => {
  list.kept = [ownDigit(2), ownDigit(1)];
  await lab.keeper.load();
  expect(lab.state).toMatchObject({ isLoaded: true, keeping: 'kept' });
  expect(lab.state.digits).toEqual([ownDigit(1), ownDigit(2)]);
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
  await lab.keeper.load();
  expect(lab.state.digits).toEqual([ownDigit(1), ownDigit(2)]);
  expect(lab.state.keeping).toBe('kept');
});

it('collects a drawing with its label and its image, and keeps it', async () => {
  lab.keeper.collect(line(100), 1);
  await settled();
  expect(lab.state.digits).toMatchObject([{ label: 1, strokes: line(100).strokes }]);
  expect(Math.max(...(lab.state.digits[0]?.image ?? []))).toBeGreaterThan(200);
  expect(list.kept).toEqual(lab.state.digits);
});

it('gives a drawing that is collected again its new label', async () => {
  const drawing = line(100);
  lab.keeper.collect(drawing, 1);
  lab.keeper.collect(drawing, 7);
  await settled();
  expect(lab.state.digits.map(({ label }) => label)).toEqual([7]);
  expect(list.kept.map(({ label }) => label)).toEqual([7]);
});

it('collects of a pen’s many points those that matter, and the image of all', async () => {
  const points = Array.from({ length: 600 }, (_, i) => ({
    x: 140.123 + 60 * Math.sin(i / 90),
    y: 20 + 0.4 * i,
    weight: 1.01,
  }));
  const drawing = { strokes: [{ width: 24, points }] };
  lab.keeper.collect(drawing, 1);
  await settled();
  const [digit] = list.kept;
  expect(digit?.strokes[0]?.points.length).toBeLessThan(300);
  lab.keeper.collect({ strokes: [...drawing.strokes] }, 7);
  expect(lab.state.digits).toMatchObject([{ id: digit?.id, label: 7 }]);
});

it.each<[string, Drawing]>([
  ['a digit of the data set', { baseImage: new Float32Array(784).fill(0.5), strokes: [] }],
  ['an empty pad', { strokes: [] }],
  ['what was only erased', { strokes: [{ width: 24, erases: true, points: [{ x: 9, y: 9 }] }] }],
])('does not collect %s', (_, drawing) => {
  lab.keeper.collect(drawing, 3);
  expect(lab.state.digits).toEqual([]);
});

it('removes digits here and where they are kept', async () => {
  list.kept = ownDigits(3);
  await lab.keeper.load();
  await lab.keeper.remove([ownDigit(1).id]);
  await settled();
  expect(lab.state.digits).toEqual([ownDigit(0), ownDigit(2)]);
  expect(list.kept).toEqual(lab.state.digits);
});

it('gives a digit another label at once, here and where it is kept, and takes that back', async () => {
  list.kept = ownDigits(3);
  await lab.keeper.load();
  lab.keeper.relabel(ownDigit(1).id, 7);
  expect(lab.state.digits).toEqual([ownDigit(0), ownDigit(1, 7), ownDigit(2)]);
  expect(lab.state.changed).toEqual({ before: ownDigit(1), label: 7 });
  lab.keeper.relabel(ownDigit(1).id, 1);
  expect(lab.state.changed).toBeUndefined();
  for (const label of [6, 7]) lab.keeper.relabel(ownDigit(1).id, label);
  await settled();
  expect(list.kept).toContainEqual(ownDigit(1, 7));
  lab.keeper.takeBack();
  await settled();
  expect([lab.state.digits, lab.state.changed]).toEqual([ownDigits(3), undefined]);
  expect(list.kept).toContainEqual(ownDigit(1));
});

it('brings back one that was removed, to its place, and not many', async () => {
  list.kept = ownDigits(4);
  await lab.keeper.load();
  await lab.keeper.remove([ownDigit(1).id]);
  expect(lab.state.changed).toEqual({ before: ownDigit(1), label: undefined });
  lab.keeper.takeBack();
  await settled();
  expect(lab.state.digits).toEqual(ownDigits(4));
  expect(list.kept).toHaveLength(4);
  await lab.keeper.remove([ownDigit(1).id, ownDigit(2).id]);
  lab.keeper.takeBack();
  expect(lab.state.digits).toEqual([ownDigit(0), ownDigit(3)]);
});

it('takes nothing back once another digit has come', async () => {
  list.kept = ownDigits(2);
  await lab.keeper.load();
  await lab.keeper.remove([ownDigit(1).id]);
  lab.keeper.collect(line(100), 1);
  lab.keeper.takeBack();
  expect(lab.state.digits).toHaveLength(2);
  await lab.keeper.remove([ownDigit(0).id]);
  await lab.keeper.takeFile(fileOf([ownDigit(5)]));
  lab.keeper.takeBack();
  expect(lab.state.digits.map(({ id }) => id)).not.toContain(ownDigit(0).id);
});

it('leaves a digit alone whose label is that already, and one that is not there', async () => {
  list.kept = ownDigits(1);
  await lab.keeper.load();
  lab.keeper.relabel(ownDigit(0).id, 0);
  lab.keeper.relabel('none', 3);
  expect([lab.state.digits, lab.state.changed]).toEqual([ownDigits(1), undefined]);
});

it('keeps digits for the visit where the browser keeps nothing, and says so', async () => {
  lab = setUp(Promise.reject(new Error('blocked')));
  await lab.keeper.load();
  lab.keeper.collect(line(100), 1);
  await settled();
  expect(lab.state).toMatchObject({ isLoaded: true, keeping: 'blocked' });
  expect(lab.state.digits).toHaveLength(1);
});

it('says when what was collected could not be kept', async () => {
  list.isFull = true;
  await lab.keeper.load();
  lab.keeper.collect(line(100), 1);
  await settled();
  expect(lab.state.keeping).toBe('refused');
  expect(lab.state.digits).toHaveLength(1);
});

it('adds the digits of a file and drops those that are there, or twice in it', async () => {
  list.kept = [ownDigit(1)];
  await lab.keeper.load();
  await lab.keeper.takeFile(fileOf([ownDigit(1), ownDigit(2), ownDigit(2), ownDigit(0)]));
  await settled();
  expect(lab.state.imported).toEqual({ ok: true, added: 2, duplicates: 2 });
  expect(lab.state.digits.map(({ label }) => label)).toEqual([0, 1, 2]);
  expect(list.kept).toHaveLength(3);
});

it('takes nothing of a file that it refuses', async () => {
  await lab.keeper.load();
  await lab.keeper.takeFile(new Blob(['{}']));
  expect(lab.state.imported).toEqual({ ok: false, problem: { code: 'other-format' } });
  expect(lab.state.digits).toEqual([]);
});

it('takes nothing where there is no room for all', async () => {
  list.kept = ownDigits(999);
  await lab.keeper.load();
  await lab.keeper.takeFile(fileOf([ownDigit(1000), ownDigit(1001)]));
  expect(lab.state.imported).toEqual({ ok: false, problem: { code: 'no-room' } });
  expect(lab.state.digits).toHaveLength(999);
});
