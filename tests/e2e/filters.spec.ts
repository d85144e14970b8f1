import { expect, test } from './test';

test('shows the filters of each convolution, and keeps the choice in the address', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c6k5-p2-c9k3-d10&backend=wasm');
  await lab.openPanel('Filters');
  const panel = page.getByRole('region', { name: 'Filters' });
  const filters = panel.getByRole('group', { name: 'Filters of the layer' }).getByRole('button');
  await expect(filters).toHaveCount(6);
  await panel.getByRole('combobox', { name: 'Layer' }).selectOption({ label: '3 · conv 3×3, 9 filters' });
  await expect(filters).toHaveCount(9);
  await expect(panel).toContainText('486 weights');

  await filters.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('table')).toContainText('Filter 2');
  await expect(panel.getByRole('cell')).toHaveCount(9);
  await panel.getByRole('combobox', { name: 'Input channel' }).selectOption({ label: '6 of 6' });
  await expect(panel.getByRole('table')).toContainText('channel 6');
  expect(page.url()).toContain('layer=2');
});

test('says what to do where there is no convolution', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=d16-d10&backend=wasm');
  await lab.openPanel('Filters');
  await expect(page.getByRole('region', { name: 'Filters' })).toContainText('no convolution');
});

test('shows other weights after training', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c4k3-p2-d10&backend=wasm&train=512&batch=32&epochs=1');
  await lab.openPanel('Filters');
  const panel = page.getByRole('region', { name: 'Filters' });
  await panel.getByRole('button', { name: 'Filter 1', exact: true }).click();
  await expect(panel).toContainText('untrained');
  const before = await panel.getByRole('cell').allInnerTexts();
  await lab.trainToTheEnd();
  await expect(panel).toContainText('have learnt');
  await expect.poll(() => panel.getByRole('cell').allInnerTexts()).not.toEqual(before);
});
