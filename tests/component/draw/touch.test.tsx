import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { imageSeen, renderDrawing } from './draw-page';
import { button, type Share, seenImage, touch } from './pad';

const world = await smallWorld();
let lab: ReturnType<typeof fakeLab>;

beforeAll(async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })));
afterAll(async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })));
beforeEach(async () => {
  lab = fakeLab(world);
  await renderDrawing(lab);
});

test('draws with a finger', async () => {
  await touch('touchStart', [0.3, 0.2]);
  await touch('touchMove', [0.3, 0.8]);
  await touch('touchEnd');
  await expect.element(button('Undo')).toHaveAttribute('aria-disabled', 'false');
  expect((await imageSeen(lab)).some((grey) => grey > 250)).toBe(true);
});

test('keeps a stroke that the system breaks off, and draws the next one', async () => {
  await touch('touchStart', [0.3, 0.3]);
  await touch('touchMove', [0.3, 0.7]);
  await touch('touchCancel');
  const brokenOff = await imageSeen(lab);
  await touch('touchStart', [0.7, 0.3]);
  await touch('touchMove', [0.7, 0.6]);
  await touch('touchEnd');
  expect(await imageSeen(lab)).not.toEqual(brokenOff);
  await button('Undo').click();
  expect(await imageSeen(lab)).toEqual(brokenOff);
  await button('Undo').click();
  await expect.element(seenImage).not.toBeInTheDocument();
});

test('lets a second finger draw nothing', async () => {
  const [from, to]: [Share, Share] = [
    [0.3, 0.2],
    [0.3, 0.8],
  ];
  await touch('touchStart', from);
  await touch('touchMove', to);
  await touch('touchEnd');
  const alone = await imageSeen(lab);
  await button('Clear').click();
  await expect.element(seenImage).not.toBeInTheDocument();
  await touch('touchStart', from);
  await touch('touchStart', from, [0.7, 0.2]);
  await touch('touchMove', to, [0.9, 0.8]);
  await touch('touchEnd');
  expect(await imageSeen(lab)).toEqual(alone);
});
