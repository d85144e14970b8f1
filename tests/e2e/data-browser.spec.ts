import type { Locator } from '@playwright/test';
import { drawWithMouse } from './drawing';
import { textOf } from './lab-page';
import { expect, NO_REAL_DATA, test } from './test';

/** 28 lines of 28 characters of the four levels. */
const IMAGE_TEXT = /^([.+*#]{28}\n){27}[.+*#]{28}$/;

/** What stands under the images of the wall that are in the page: class and index. */
const shownOn = (wall: Locator) =>
  wall.getByRole('option').evaluateAll((options) =>
    options.map((option) => {
      const [name = '', index = ''] = (option.textContent ?? '').split(', ');
      return { name, index: Number(index) };
    }),
  );

test('shows counts, mean images and grey levels before any training', async ({ lab }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await lab.openPanel('Data browser');
  const panel = lab.region('Data browser');
  await expect(panel).toContainText('550 images');
  const cards = panel.getByRole('group', { name: 'Classes' }).getByRole('button');
  await expect(cards).toHaveCount(10);
  const names = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('aria-label') ?? ''));
  const counts = names.map((name) => Number(/: (\d+) images/.exec(name)?.[1]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(550);

  await panel.getByRole('radio', { name: 'Test', exact: true }).check({ force: true });
  await expect(panel.getByRole('button', { name: '7: 10 images, 10.0 %' })).toBeVisible();
  const greys = panel.getByRole('img', { name: /^Pixel histogram/ });
  await greys.scrollIntoViewIfNeeded();
  await expect(greys.locator('svg.main-svg').first()).toBeVisible();
  await expect(greys).toHaveAccessibleDescription(/% are empty; mean 0\.\d+, standard deviation 0\.\d+/);
});

test('shows the images of the class that is chosen, and its mean', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm&panel=data-browser');
  const panel = lab.region('Data browser');
  const wall = panel.getByRole('listbox', { name: 'Images' });
  await expect.poll(async () => new Set((await shownOn(wall)).map(({ name }) => name)).size).toBe(10);
  await panel.getByRole('button', { name: /^7: / }).click();
  await expect
    .poll(async () => new Set((await shownOn(wall)).map(({ name }) => name)))
    .toEqual(new Set(['7']));
  await expect(panel.getByRole('img', { name: 'Mean image. Class 7' })).toBeVisible();
  await expect(panel.getByRole('combobox', { name: 'Class' })).toHaveValue('7');
  await expect(page).toHaveURL(/class=7/);
  await panel.getByRole('button', { name: 'All classes' }).click();
  await expect(panel.getByRole('img', { name: 'Mean image. All classes' })).toBeVisible();
});

test('goes to an image by its index, also where it is of another class and part', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm&panel=data-browser');
  const panel = lab.region('Data browser');
  const wall = panel.getByRole('listbox', { name: 'Images' });
  await panel.getByRole('radio', { name: 'Validation', exact: true }).check({ force: true });
  await expect(panel).toContainText('50 images');
  await wall.focus();
  await wall.press('End');
  await expect.poll(async () => (await shownOn(wall)).at(-1)?.name).toMatch(/\d/);
  const last = (await shownOn(wall)).at(-1);
  const other = (Number(last?.name) + 1) % 10;

  await panel.getByRole('radio', { name: 'Training', exact: true }).check({ force: true });
  await panel.getByRole('combobox', { name: 'Class' }).selectOption(String(other));
  await panel.getByLabel('Go to index').fill(String(last?.index));
  await panel.getByLabel('Go to index').press('Enter');
  await expect(panel.getByRole('radio', { name: 'Validation', exact: true })).toBeChecked();
  await expect(panel.getByRole('combobox', { name: 'Class' })).toHaveValue('');
  const selected = wall.getByRole('option', { selected: true });
  await expect(selected).toContainText(String(last?.index));
  await expect(panel.getByRole('region', { name: 'Selected image' })).toContainText(
    `Image ${last?.index} of the training file: ${last?.name}`,
  );
  await expect(page).toHaveURL(new RegExp(`image=train-${last?.index}`));
});

test('scrolls the wall to the image that is gone to, and nothing else', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm&panel=data-browser');
  const panel = lab.region('Data browser');
  const wall = panel.getByRole('listbox', { name: 'Images' });
  await wall.focus();
  await wall.press('End');
  await expect(wall.getByRole('option').last()).toHaveAttribute('aria-posinset', '550');
  await expect.poll(async () => (await shownOn(wall)).at(-1)?.name).toMatch(/\d/);
  const last = (await shownOn(wall)).at(-1)?.index;
  await wall.press('Home');
  await expect(wall.getByRole('option').first()).toHaveAttribute('aria-posinset', '1');
  await panel.getByLabel('Go to index').fill(String(last));
  await panel.getByLabel('Go to index').press('Enter');
  await expect(wall.getByRole('option', { selected: true })).toContainText(String(last));
  const isWithin = () =>
    wall.evaluate((box) => {
      const [outer, inner] = [box, box.querySelector('[aria-selected=true]')].map((part) =>
        part?.getBoundingClientRect(),
      );
      return inner && outer && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    });
  await expect.poll(isWithin).toBe(true);
  // The page ends where its content does, and not where the wall would if it were all laid out.
  const [pageEnd, contentEnd] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) + window.scrollY,
  ]);
  expect(pageEnd).toBeLessThan((contentEnd ?? 0) + 200);
});

test('prints an image as text, in each panel that shows one', async ({ lab, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.openWithOwnFiles('?backend=wasm&panel=data-browser&image=test-17');
  const browser = lab.region('Data browser');
  await expect(browser.getByRole('radio', { name: 'Test', exact: true })).toBeChecked();
  await browser.getByRole('button', { name: 'Show as text' }).click();
  const block = browser.getByRole('figure', { name: 'Test image 17: 7, as text' });
  const text = await block.locator('pre').innerText();
  expect(text).toMatch(IMAGE_TEXT);
  expect(new Set(text)).toEqual(new Set(['.', '+', '*', '#', '\n']));
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block).toContainText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  await browser.getByRole('button', { name: 'Probabilities' }).click();
  const shown = lab.region('Test image');
  await shown.getByRole('button', { name: 'Show as text' }).click();
  expect(await shown.getByRole('figure', { name: 'Image 17, a 7, as text' }).locator('pre').innerText()).toBe(
    text,
  );

  await drawWithMouse(lab, 7);
  const seen = lab.region('What the network sees');
  await seen.getByRole('button', { name: 'Show as text' }).click();
  expect(await seen.locator('pre').innerText()).toMatch(IMAGE_TEXT);
});

test('keeps the block of text within a narrow screen', async ({ lab, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.openWithOwnFiles('?backend=wasm&panel=data-browser&image=test-17');
  const browser = lab.region('Data browser');
  await browser.getByRole('button', { name: 'Show as text' }).click();
  const pre = browser.locator('pre');
  const hidden = await pre.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(hidden).toBeLessThanOrEqual(0);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(beyond).toBeLessThanOrEqual(0);
});

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
  await expect(last.locator('canvas')).toBeVisible();
  expect(await wall.getByRole('option').count()).toBeLessThan(300);
  // Of all ink that there could be, the training images have 13.07 %, and most images are ones.
  await expect(panel).toContainText(/mean 0\.1(30|31)/);
  expect(await textOf(panel.getByRole('button', { name: /^1: / }))).toContain('11.2 %');
});
