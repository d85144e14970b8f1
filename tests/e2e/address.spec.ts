import { expect, test } from './test';

test('clamps a value out of range and says so', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?epochs=100000&backend=wasm');
  await expect(page.getByText(/100000/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Epochs' })).toHaveValue('100');
});

test('takes a network from its short notation', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c4k3-p2-d10&train=256&epochs=1&backend=wasm');
  await expect(lab.chosen('Network')).toHaveText('Custom');
  // (9 + 1) · 4 for the convolution and (13² · 4 + 1) · 10 for the dense layer
  await expect(page.getByText(/6,810/).first()).toBeVisible();
  await lab.trainToTheEnd();
});

test('explains an impossible network and goes on with the default one', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c8k5-p4-p4-p4-d10&backend=wasm');
  await expect(page.getByText(/c8k5-p4-p4-p4-d10/).first()).toBeVisible();
  await expect(lab.chosen('Network')).toHaveText('One epoch');
});

test('explains why an edited network is impossible, and trains it no more', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await lab.choice('Network').selectOption({ label: 'Custom' });
  const notation = page.getByRole('textbox', { name: 'Short notation' });
  await notation.fill('c8k5-p4-p4-p4-d10');
  await expect(page.getByText('Layer 4 needs maps of at least 4×4, but only 1×1 are left')).toBeVisible();
  await expect(lab.button('Train')).toBeDisabled();
  await notation.fill('c8k5-p4-d10');
  await expect(lab.button('Train')).toBeEnabled();
});

test('keeps the settings in the address', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await lab.choice('Optimizer').selectOption({ label: 'SGD' });
  await expect(page).toHaveURL(/optimizer=sgd/);
  await page.reload();
  await expect(lab.chosen('Optimizer')).toHaveText('SGD');
});

test('says what is unknown in the address', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=nonesuch&optimizer=magic&backend=wasm');
  await expect(page.getByText(/nonesuch/).first()).toBeVisible();
  await expect(page.getByText(/magic/).first()).toBeVisible();
});
