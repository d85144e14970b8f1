import { fileURLToPath } from 'node:url';
import { expect, test } from './test';

/* What the page's own HTML says where its program does not run. */

const BUILT = new URL('../../dist/index.html', import.meta.url).href;

test('the built page by double click says how to serve it', async ({ page, complaints }) => {
  // Of each script and style that the browser refuses a file.
  complaints.expect(/blocked by CORS|net::ERR_FAILED/);
  expect(fileURLToPath(BUILT)).toContain('dist');
  await page.goto(BUILT);
  await expect(page.getByRole('heading', { name: 'can’t run from a file' })).toBeVisible();
  await expect(page.getByText('npm run preview').filter({ visible: true })).toBeVisible();
  await expect(page.getByRole('heading')).toHaveCount(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('says that scripts are off, in each language', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'needs JavaScript' })).toBeVisible();
    await expect(page.getByRole('heading')).toHaveCount(3);
  });
});

test('names what a browser lacks that is too old, instead of half a page', async ({ page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(Array.prototype, 'toSorted'));
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'too old' })).toBeVisible();
  await expect(page.getByText('What it lacks: Array.prototype.toSorted')).toBeVisible();
  await expect(page.getByRole('heading')).toHaveCount(1);
});

test('says that a part of the program could not be fetched, and reloads', async ({ page, complaints }) => {
  complaints.expect(/Failed to load resource/);
  const program = /assets\/index-.*\.js/;
  await page.route(program, (route) => route.fulfill({ status: 404 }));
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'could not start' })).toBeVisible();
  await page.unroute(program);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByRole('heading', { name: 'Digit Lab', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'could not start' })).toBeHidden();
});
