import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { imageSeen, renderDrawing } from './draw-page';
import { button, device, pad, picture, type Share, seenImage, touch } from './pad';

const world = await smallWorld();
let lab: ReturnType<typeof fakeLab>;

const DOWN: readonly Share[] = [
  [0.5, 0.2],
  [0.5, 0.5],
  [0.5, 0.8],
];
const PALM: Share = [0.8, 0.9];

beforeAll(async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })));
afterAll(async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })));
beforeEach(async () => {
  lab = fakeLab(world);
  await renderDrawing(lab);
});

const strokes = () => lab.store.getState().drawing.strokes;

/** What is there is what a pen draws when no hand lies on the screen. */
async function isByPenAlone() {
  const [image, shown] = [await imageSeen(lab), picture(pad)];
  expect(strokes()).toHaveLength(1);
  await button('Undo').click();
  await expect.element(seenImage).not.toBeInTheDocument();
  await device('pen').draw(...DOWN);
  expect(await imageSeen(lab)).toEqual(image);
  expect(picture(pad)).toBe(shown);
}

test('a pen writes while a palm lies on the screen, whose own stroke is taken back', async () => {
  await touch('touchStart', PALM);
  await touch('touchMove', [0.7, 0.9]);
  expect(lab.store.getState().liveDrawing.strokes).toHaveLength(1);
  await device('pen').draw(...DOWN);
  await touch('touchMove', [0.6, 0.9]);
  await touch('touchEnd');
  await isByPenAlone();
});

test('a palm that the system takes away as the pen comes down leaves no ink', async () => {
  await touch('touchStart', PALM);
  await touch('touchMove', [0.7, 0.9]);
  await touch('touchCancel');
  expect(strokes()).toHaveLength(1);
  await device('pen').draw(...DOWN);
  await isByPenAlone();
});

test('a palm that comes while the pen is over the pad draws nothing', async () => {
  const pen = device('pen');
  await pen.draw(...DOWN);
  const before = await imageSeen(lab);
  await touch('touchStart', PALM);
  await touch('touchMove', [0.6, 0.9]);
  await touch('touchEnd');
  expect(await imageSeen(lab)).toEqual(before);
  expect(strokes()).toHaveLength(1);
});

/** A pen as a program sends it: Chromium's own tools know no other end of it. */
function pen(
  type: 'pointerdown' | 'pointermove' | 'pointerup',
  [x, y]: Share,
  button: number,
  buttons: number,
) {
  const box = pad.element().getBoundingClientRect();
  const place = { clientX: box.x + x * box.width, clientY: box.y + y * box.height };
  const of = { pointerId: 77, pointerType: 'pen', isPrimary: true, pressure: 0.5, button, buttons };
  pad.element().dispatchEvent(new PointerEvent(type, { ...of, ...place, bubbles: true, cancelable: true }));
}

function drawWith(button: number, buttons: number) {
  pen('pointerdown', [0.5, 0.2], button, buttons);
  for (const y of [0.4, 0.6, 0.8]) pen('pointermove', [0.5, y], -1, buttons);
  pen('pointerup', [0.5, 0.8], button, 0);
}

test('the other end of a pen erases, whatever the tool', async () => {
  const empty = picture(pad);
  drawWith(0, 1);
  await imageSeen(lab);
  expect(picture(pad)).not.toBe(empty);
  drawWith(5, 32);
  await expect.element(seenImage).not.toBeInTheDocument();
  expect(strokes().map(({ erases = false }) => erases)).toEqual([false, true]);
  drawWith(0, 1);
  expect((await imageSeen(lab)).some((grey) => grey > 250)).toBe(true);
});

test('the other end of a pen does nothing on a blank pad, nor does the button on its side', async () => {
  const empty = picture(pad);
  drawWith(5, 32);
  drawWith(2, 2);
  expect(strokes()).toEqual([]);
  expect(picture(pad)).toBe(empty);
});
