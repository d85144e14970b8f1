import { expect, test } from './test';

test('trains the network that the address names, and keeps what is changed in the address', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles('?net=c4k3-p2-d10&train=256&epochs=1&backend=wasm');
  await expect(lab.chosen('Network')).toHaveText('Custom');
  await lab.choice('Optimizer').selectOption({ label: 'SGD' });
  await expect(page).toHaveURL(/optimizer=sgd/);
  await page.getByRole('textbox', { name: 'Short notation' }).fill('c6k3same-a2-d10');
  await expect(page).toHaveURL(/net=c6k3same-a2-d10/);
  // (9 + 1) · 6 for the convolution and (14² · 6 + 1) · 10 for the dense layer
  await expect(page.getByText(/11,830/).first()).toBeVisible();
  await lab.trainToTheEnd();
  await page.reload();
  await expect(lab.chosen('Optimizer')).toHaveText('SGD');
  await expect(page.getByRole('textbox', { name: 'Short notation' })).toHaveValue('c6k3same-a2-d10');
});
