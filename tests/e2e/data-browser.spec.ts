import { textOf } from './lab-page';
import { expect, NO_REAL_DATA, test } from './test';

test('has all of MNIST on its wall, and only what is in sight in the page', async ({ lab, realData }) => {
  test.skip(!realData, NO_REAL_DATA);
  await lab.open('?backend=wasm&panel=data-browser');
  const panel = lab.region('Data browser');
  await expect(panel).toContainText('55,000 images');
  const wall = panel.getByRole('listbox', { name: 'Images' });
  await wall.focus();
  await wall.press('End');
  const last = wall.getByRole('option').last();
  await expect(last).toHaveAttribute('aria-posinset', '55000');
  // A row of images has one canvas.
  await expect(wall.locator('canvas').last()).toBeVisible();
  expect(await wall.getByRole('option').count()).toBeLessThan(300);
  // Of all ink that there could be, the training images have 13.07 %, and most images are ones.
  await expect(panel).toContainText(/mean 0\.1(30|31)/);
  expect(await textOf(panel.getByRole('button', { name: /^1: / }))).toContain('11.2 %');
});
