import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { draw, imageSeen, renderDrawing } from './draw-page';
import { button, device, drawnInk, inkOf, keys, pad, picture, type Share, seenImage } from './pad';

const world = await smallWorld();
const SEVEN: readonly Share[] = [
  [0.3, 0.2],
  [0.7, 0.2],
  [0.45, 0.85],
];
const DOWN: readonly Share[] = [
  [0.5, 0.2],
  [0.5, 0.8],
];

let lab: ReturnType<typeof fakeLab>;

async function open() {
  lab = fakeLab(world);
  await renderDrawing(lab);
  lab.trained();
}

beforeEach(open);

test('takes strokes back, and a drawing that was cleared', async () => {
  await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'true');
  const empty = picture(pad);
  draw(lab, 4);
  const drawn = await imageSeen(lab);
  await button('Undo').click();
  const withoutLast = await imageSeen(lab);
  expect(withoutLast).not.toEqual(drawn);
  await button('Clear').click();
  await expect.element(seenImage).not.toBeInTheDocument();
  expect(picture(pad)).toBe(empty);
  await button('Undo').click();
  expect(await imageSeen(lab)).toEqual(withoutLast);
  expect(picture(pad)).not.toBe(empty);
});

test('brings back what was taken back, by button and by key', async () => {
  await device('mouse').draw(...DOWN);
  await device('mouse').draw(...SEVEN);
  const drawn = await imageSeen(lab);
  await button('Undo').click();
  expect(await imageSeen(lab)).not.toEqual(drawn);
  await button('Redo').click();
  expect(await imageSeen(lab)).toEqual(drawn);
  await expect.element(button('Redo')).toHaveAttribute('aria-disabled', 'true');
  await keys('{Control>}zz{/Control}');
  await expect.element(seenImage).not.toBeInTheDocument();
  await keys('{Control>}{Shift>}z{/Shift}y{/Control}');
  expect(await imageSeen(lab)).toEqual(drawn);
});

test('draws the same with a pen as with the mouse', async () => {
  const by: string[] = [];
  pad.element().addEventListener('pointerdown', (event) => by.push((event as PointerEvent).pointerType));
  await device('mouse').draw(...SEVEN);
  const byMouse = await imageSeen(lab);
  await button('Clear').click();
  await device('pen').draw(...SEVEN);
  expect(await imageSeen(lab)).toEqual(byMouse);
  expect(by).toEqual(['mouse', 'pen']);
});

test('shows a dot where the pen only touches', async () => {
  const empty = picture(pad);
  await device('mouse').draw([0.5, 0.5]);
  await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'false');
  await expect.poll(() => picture(pad)).not.toBe(empty);
});

test('ends a stroke beside the canvas where the pen is lifted', async () => {
  const empty = picture(pad);
  const mouse = device('mouse');
  await mouse.draw([0.5, 0.5], [0.2, 0.5], [-0.2, 0.5]);
  await imageSeen(lab);
  const drawn = picture(pad);
  expect(drawn).not.toBe(empty);
  const { strokes } = lab.store.getState().drawing;
  expect(strokes.map(({ points }) => points.at(-1)?.x)).toEqual([expect.closeTo(-56, 0)]);
  await mouse.move([0.5, 0.9]);
  expect(lab.store.getState().liveDrawing.strokes).toEqual(strokes);
  expect(picture(pad)).toBe(drawn);
  await button('Undo').click();
  await expect.poll(() => picture(pad)).toBe(empty);
});

test.each(['Undo', 'Clear'])(
  "keeps the keyboard's place on %s when there is nothing left for it to do",
  async (name) => {
    draw(lab, 1);
    await expect.element(button(name)).toHaveAttribute('aria-disabled', 'false');
    const focused = button(name).element() as HTMLButtonElement;
    focused.focus();
    await keys('{Enter}');
    await expect.element(button(name)).toHaveAttribute('aria-disabled', 'true');
    expect(document.activeElement).toBe(focused);
  },
);

test('draws wider with a wider pen, and the network sees the same', async () => {
  const mouse = device('mouse');
  await mouse.draw(...SEVEN);
  await imageSeen(lab);
  const [ink, seen] = [inkOf(drawnInk), inkOf(seenImage)];
  await button('Clear').click();
  await page.getByRole('slider', { name: 'Pen width' }).fill('40');
  await mouse.draw(...SEVEN);
  await imageSeen(lab);
  expect(inkOf(drawnInk)).toBeGreaterThan(1.4 * ink);
  expect(Math.abs(inkOf(seenImage) / seen - 1)).toBeLessThan(0.06);
});

test('draws wider where the pen is pressed', async () => {
  const strokeInk = async (of: ReturnType<typeof device>) => {
    await of.draw(...DOWN);
    await imageSeen(lab);
    const ink = inkOf(drawnInk);
    await button('Clear').click();
    return ink;
  };
  const light = await strokeInk(device('pen', 0.1));
  const middle = await strokeInk(device('pen', 0.5));
  const hard = await strokeInk(device('pen', 1));
  expect(light).toBeLessThan(0.75 * middle);
  expect(hard).toBeGreaterThan(1.3 * middle);
  expect(await strokeInk(device('mouse'))).toBe(middle);
});

test('makes the same image of the same drawing on every screen', async () => {
  const images: (readonly number[])[] = [];
  for (const ratio of [1, 1.5, 2, 3]) {
    vi.spyOn(window, 'devicePixelRatio', 'get').mockReturnValue(ratio);
    await cleanup();
    await open();
    expect((pad.element() as HTMLCanvasElement).width).toBe(280 * ratio);
    await device('mouse').draw(...SEVEN);
    images.push(await imageSeen(lab));
    vi.restoreAllMocks();
  }
  const [first, ...others] = images;
  expect(first?.some((grey) => grey > 250)).toBe(true);
  for (const other of others) expect(other).toEqual(first);
});
