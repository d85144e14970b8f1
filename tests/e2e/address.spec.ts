import { expect, test } from './test';

test('clamps a value out of range and says so', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?epochs=100000&backend=wasm');
  await expect(page.getByText(/100000/).first()).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Epochs' })).toHaveValue('100');
});

test('takes a network from its short notation', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c4k3-p2-d10&train=256&epochs=1&backend=wasm');
  await expect(lab.choice('Network')).toContainText('Custom');
  // (9 + 1) · 4 for the convolution and (13² · 4 + 1) · 10 for the dense layer
  await expect(page.getByText(/6,810/).first()).toBeVisible();
  await lab.trainToTheEnd();
});

test('explains an impossible network and goes on with the default one', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?net=c8k5-p4-p4-p4-d10&backend=wasm');
  await expect(page.getByText(/c8k5-p4-p4-p4-d10/).first()).toBeVisible();
  await expect(lab.choice('Network')).toContainText('One epoch');
});

test('says what is unknown in the address', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=nonesuch&optimizer=magic&backend=wasm');
  await expect(page.getByText(/nonesuch/).first()).toBeVisible();
  await expect(page.getByText(/magic/).first()).toBeVisible();
});
