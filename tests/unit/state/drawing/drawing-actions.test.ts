import { expect, it } from 'vitest';
import { lookOf, STROKE, setUp } from '../set-up';

it('answers what it reads in a drawing', async () => {
  const { actions, ready, store } = setUp();
  ready();
  actions.addStroke(STROKE);
  await expect.poll(() => store.getState().answer.kind).toBe('read');
  expect(store.getState().subject?.from).toBe('drawing');
});

it('says that the network is untrained instead of guessing', async () => {
  const { actions, ready, store, commands } = setUp();
  commands.activations.mockResolvedValue(lookOf(0));
  ready();
  actions.addStroke(STROKE);
  await expect.poll(() => store.getState().answer.kind).toBe('untrained');
});

it('asks for a drawing when there is none', () => {
  const { actions, ready, store } = setUp();
  ready();
  actions.predict();
  expect(store.getState().answer.kind).toBe('empty');
});

it('takes back strokes one by one, and all at once', () => {
  const { actions, store } = setUp();
  actions.addStroke(STROKE);
  actions.addStroke(STROKE);
  actions.undo();
  expect(store.getState().drawing.strokes).toHaveLength(1);
  actions.clear();
  expect(store.getState().drawing.strokes).toHaveLength(0);
  expect(store.getState().answer.kind).toBe('none');
});

it('brings a cleared drawing back by Undo', () => {
  const { actions, store } = setUp();
  actions.addStroke(STROKE);
  actions.addStroke(STROKE);
  actions.clear();
  actions.undo();
  expect(store.getState().drawing.strokes).toHaveLength(2);
  actions.undo();
  actions.undo();
  actions.undo();
  expect(store.getState().drawing.strokes).toHaveLength(0);
});

it('puts an image on the pad, takes a stroke over it, and gives back what was there', async () => {
  const { actions, ready, store } = setUp();
  ready();
  const print = new Float32Array(784).fill(0.5);
  actions.select({ image: { set: 'test', position: 3 } });
  actions.sendToCanvas(print);
  await expect.poll(() => store.getState().subject?.image).toBe(print);
  actions.addStroke(STROKE);
  expect(store.getState().drawing).toEqual({ baseImage: print, strokes: [STROKE] });
  actions.undo();
  actions.undo();
  expect(store.getState().drawing).toEqual({ strokes: [] });
});
