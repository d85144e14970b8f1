import { expect, test } from './test';

test('speaks the language of the address, and another one when a person says so, which it keeps', async ({
  page,
}) => {
  const files = new Set<string>();
  page.on('request', (request) => files.add(new URL(request.url()).pathname));
  const fetched = (language: string) =>
    [...files].some((file) => new RegExp(`/${language}(-panels)?-`).test(file));
  await page.goto('./?lang=uk&dataset=synthetic');
  await expect(page.getByRole('button', { name: 'Навчити' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  expect([fetched('uk'), fetched('ru'), fetched('en')]).toEqual([true, false, false]);
  await page.getByRole('tab', { name: 'Запуски', exact: true }).first().click();
  await page.getByRole('combobox', { name: 'Мова' }).selectOption('Русский');
  await expect(page.getByRole('button', { name: 'Обучить' }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect.poll(() => new URL(page.url()).searchParams.get('lang')).toBe('ru');
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
});

test('says that it does not speak the language of the address, and speaks that of the browser', async ({
  page,
}) => {
  await page.goto('./?lang=xx&dataset=synthetic');
  await expect(page.getByText('lang=xx is not known; en is used.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
