import { expect, test } from './test';

test('adds, edits, retypes and removes layers in the list', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c4k3-p2-d10&train=256&epochs=1&backend=wasm');
  const notation = page.getByRole('textbox', { name: 'Short notation' });
  const enter = async (name: string, value: string) => {
    const field = page.getByRole('textbox', { name, exact: true });
    await field.fill(value);
    await field.press('Enter');
  };
  await lab.choice('Type of the layer to add').selectOption({ label: 'dense' });
  await page.getByRole('button', { name: 'Add layer' }).click();
  await expect(notation).toHaveValue('c4k3-p2-d64-d10');
  await enter('Units of layer 3', '20');
  await expect(notation).toHaveValue('c4k3-p2-d20-d10');
  await enter('Filters of layer 1', '6');
  await lab.choice('Padding of layer 1').selectOption({ label: 'same' });
  await expect(notation).toHaveValue('c6k3same-p2-d20-d10');
  await lab.choice('Layer 2').selectOption({ label: 'average-pool' });
  await expect(notation).toHaveValue('c6k3same-a2-d20-d10');
  await page.getByRole('button', { name: 'Remove layer 3', exact: true }).click();
  await expect(notation).toHaveValue('c6k3same-a2-d10');
  await expect(page).toHaveURL(/net=c6k3same-a2-d10/);
  // (9 + 1) · 6 for the convolution and (14² · 6 + 1) · 10 for the dense layer
  await expect(page.getByText(/11,830/).first()).toBeVisible();
  expect(await lab.trainToTheEnd()).toContain('Training finished');
});

test('moves layers, and the focus with them', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c4k3-c8k3-d10&backend=wasm');
  await page.getByRole('button', { name: 'Move layer 1 down' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Short notation' })).toHaveValue('c8k3-c4k3-d10');
  await expect(page.getByRole('list', { name: 'Layers' }).locator(':focus')).toHaveCount(1);
});
