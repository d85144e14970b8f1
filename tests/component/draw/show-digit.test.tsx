import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { imageSeen, renderDrawing } from './draw-page';
import { button, seenImage } from './pad';

const world = await smallWorld();
const which = page.getByRole('combobox', { name: 'Digit to show' });
const from = page.getByRole('combobox', { name: 'Where it comes from' });

test('puts a digit of the wished class on the canvas, from the test images or its own', async () => {
  const lab = fakeLab(world);
  await renderDrawing(lab);
  lab.trained();
  await which.selectOptions('3');
  await button('Show me').click();
  await expect.element(seenImage).toBeVisible();
  const first = await imageSeen(lab);
  const { images, labels } = world.data.dataset.test;
  const isShown = (i: number) =>
    images.subarray(784 * i, 784 * (i + 1)).every((grey, k) => grey === first[k]);
  expect([...labels.keys()].filter(isShown).map((i) => labels[i])).toEqual([3]);
  await from.selectOptions('drawn by the lab');
  await button('Show me').click();
  await expect.poll(() => lab.store.getState().earlierDrawings.length).toBe(2);
  expect(await imageSeen(lab)).not.toEqual(first);
  await button('Undo').click();
  expect(await imageSeen(lab)).toEqual(first);
});
