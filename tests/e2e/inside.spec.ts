import type { Locator } from '@playwright/test';
import { expect, test } from './test';

const SMALL = '?preset=tfjs-examples&backend=wasm&train=256&epochs=1';

const numbersOf = (text: string): number[] =>
  [...text.matchAll(/−? ?\d[\d,]*(\.\d+)?/g)].map(([number]) =>
    Number(number.replace(/[, ]/g, '').replace('−', '-')),
  );
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The figures under these names, as they are written. */
async function figures(panel: Locator): Promise<number[]> {
  const texts = await panel.locator('dd').allInnerTexts();
  return texts.map((text) => numbersOf(text)[0] as number);
}

test('every number of a value of a map is shown, and they add up to it', async ({ lab, page }) => {
  await lab.openWithOwnFiles(`${SMALL}&panel=activation-maps`);
  await lab.trainToTheEnd();
  const panel = lab.region('Activation maps');
  await panel.getByLabel('Layer', { exact: true }).selectOption({ label: '3 · conv 5×5 · 16 maps of 8×8' });
  await panel.getByRole('radio', { name: 'Map 3', exact: true }).check({ force: true });
  await expect(page).toHaveURL(/layer=2&filter=2/);
  await panel.getByRole('radio', { name: 'Before', exact: true }).check({ force: true });
  const map = panel.getByRole('application');
  await map.focus();
  for (let i = 0; i < 8; i++) await map.press('ArrowUp');
  for (let i = 0; i < 8; i++) await map.press('ArrowLeft');
  await map.press('ArrowRight');
  await expect(panel.getByText('Map 3, row 1, column 2')).toBeVisible();
  await expect(panel.getByText('receptive field 14×14')).toBeVisible();

  const value = numbersOf(await panel.getByText('Map 3, row 1, column 2').locator('..').innerText()).at(-1);
  const channels = panel.getByRole('group', { name: /^Sum of the products/ });
  const sums = (await channels.locator('span').allInnerTexts()).map((text) => numbersOf(text)[1] as number);
  expect(sums).toHaveLength(8);
  const [products = 0, bias = 0, sum = 0, output = 0] = await figures(panel);
  // Each number is rounded for itself, to five digits or more.
  const rounding = 8 * 1e-4;
  expect(Math.abs(total(sums) - products)).toBeLessThan(rounding);
  expect(Math.abs(products + bias - sum)).toBeLessThan(rounding);
  expect(Math.abs(sum - (value ?? Number.NaN))).toBeLessThan(rounding);
  expect(output).toBe(Math.max(0, sum));

  await channels.getByRole('radio').nth(4).check({ force: true });
  const cells = async (name: string) =>
    numbersOf((await panel.getByRole('table', { name }).locator('td').allInnerTexts()).join(' '));
  const [patch, kernel, shown] = [await cells('patch'), await cells('kernel'), await cells('products')];
  expect([patch.length, kernel.length, shown.length]).toEqual([25, 25, 25]);
  expect(
    Math.abs(total(patch.map((pixel, i) => pixel * (kernel[i] as number))) - (sums[4] as number)),
  ).toBeLessThan(25e-4);
  expect(Math.abs(total(shown) - (sums[4] as number))).toBeLessThan(25e-4);
});

test('logits become probabilities before one’s eyes', async ({ lab }) => {
  await lab.openWithOwnFiles(`${SMALL}&panel=activation-maps&layer=4&filter=7`);
  await lab.trainToTheEnd();
  const panel = lab.region('Activation maps');
  await expect(panel.getByText('Logit of 7')).toBeVisible();
  const rows = await panel
    .getByRole('table', { name: /^Softmax/ })
    .locator('tbody tr')
    .allInnerTexts();
  const shares = rows.map((row) => numbersOf(row).at(-1) as number);
  expect(shares).toHaveLength(10);
  expect(total(shares)).toBeCloseTo(100, 2);
});

test('shows what speaks for the class that was read, and for the one that is selected', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles(`${SMALL}&panel=why`);
  await lab.trainToTheEnd();
  const panel = lab.region('Why');
  const read = panel.getByRole('heading', { name: /^Read as \d: / });
  await expect(read).toBeVisible();
  const predicted = Number(numbersOf(await read.innerText())[0]);
  const other = (predicted + 3) % 10;
  await panel.getByRole('radio', { name: String(other), exact: true }).check({ force: true });
  await expect(panel.getByRole('heading', { name: new RegExp(`^For ${other}: .+ %$`) })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`class=${other}`));
  await expect(panel.getByRole('img', { name: /^Grad-CAM over the digit/ })).toHaveCount(2);
  await expect(panel.getByRole('img', { name: /^Saliency over the digit/ })).toHaveCount(2);
});

test('a network without a convolution has no Grad-CAM, and says so', async ({ lab }) => {
  await lab.openWithOwnFiles('?net=d16-d10&backend=wasm&train=256&epochs=1&panel=why');
  const panel = lab.region('Why');
  await expect(panel.getByText('Grad-CAM needs a convolution')).toHaveCount(2);
  await expect(panel.getByRole('img', { name: /^Saliency over the digit/ })).toHaveCount(2);
});
