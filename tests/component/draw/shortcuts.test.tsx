import { beforeEach, expect, test } from 'vitest';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { draw, imageSeen, renderDrawing } from './draw-page';
import { button, pad, seenImage } from './pad';

const world = await smallWorld();
let lab: ReturnType<typeof fakeLab>;

beforeEach(async () => {
  lab = fakeLab(world);
  await renderDrawing(lab);
  draw(lab, 1);
  await imageSeen(lab);
});

/** A key as a keyboard of some layout sends it, while the focus is on the pad. @returns whether the browser is to do its own */
const press = (key: string, code: string, held: KeyboardEventInit = {}) =>
  pad
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...held }));

const isErasing = () => button('Eraser').element().getAttribute('aria-pressed') === 'true';
const width = () => Number((document.querySelector('input[type=range]') as HTMLInputElement).value);

test.each([
  ['Russian', 'я', 'н'],
  ['Greek', 'ζ', 'υ'],
  ['Hebrew', 'ז', 'ט'],
])('Ctrl+Z takes back and Ctrl+Y brings again on a %s keyboard', async (_, z, y) => {
  expect(press(z, 'KeyZ', { ctrlKey: true })).toBe(false);
  await expect.element(seenImage).not.toBeInTheDocument();
  expect(press(y, 'KeyY', { ctrlKey: true })).toBe(false);
  await imageSeen(lab);
  press(z.toUpperCase(), 'KeyZ', { metaKey: true });
  press(z.toUpperCase(), 'KeyZ', { metaKey: true, shiftKey: true });
  expect(lab.store.getState().drawing.strokes).not.toEqual([]);
});

test('on a French keyboard Ctrl+Z is the key with the Z on it, and Ctrl+W is left to the browser', async () => {
  expect(press('w', 'KeyZ', { ctrlKey: true })).toBe(true);
  expect(lab.store.getState().drawing.strokes).not.toEqual([]);
  expect(press('z', 'KeyW', { ctrlKey: true })).toBe(false);
  await expect.element(seenImage).not.toBeInTheDocument();
});

test('the eraser and the pen’s width have their keys on a Russian keyboard', async () => {
  press('у', 'KeyE');
  await expect.poll(isErasing).toBe(true);
  const before = width();
  press('ъ', 'BracketRight');
  await expect.poll(width).toBe(before + 2);
  press('х', 'BracketLeft');
  await expect.poll(width).toBe(before);
});

test('brackets that a German keyboard writes by AltGr set the pen’s width', async () => {
  const before = width();
  press(']', 'Digit9', { ctrlKey: true, altKey: true, modifierAltGraph: true });
  await expect.poll(width).toBe(before + 2);
});
