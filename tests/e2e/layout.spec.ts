import type { Locator } from '@playwright/test';
import { PANEL_TITLES } from './lab-page';
import { expect, test } from './test';

/** The tabs of a row stand side by side; on a wide screen all of them are in sight. */
async function expectOneLine(row: Locator, width: number): Promise<void> {
  const { tops, beyond } = await row.evaluate((list) => ({
    tops: new Set([...list.children].map((tab) => tab.getBoundingClientRect().top)).size,
    beyond: list.scrollWidth - list.clientWidth,
  }));
  expect(tops, 'lines of tabs').toBe(1);
  if (width >= 1024) expect(beyond, 'pixels of tabs out of sight').toBeLessThanOrEqual(0);
}

test('fits every width without scrolling sideways, whatever is open', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await lab.trainToTheEnd();
  for (const width of [1440, 1024, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const title of PANEL_TITLES) {
      await lab.openPanel(title);
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(beyond, `pixels too many at '${title}', ${width} pixels wide`).toBeLessThanOrEqual(0);
      for (const row of await page.getByRole('tablist').all()) await expectOneLine(row, width);
    }
    await expect(lab.canvas).toBeVisible();
  }
});

test('leads to its four places on a narrow screen, and to the one that the address names', async ({
  lab,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.openWithoutData('?backend=wasm&dataset=files&panel=overview#results');
  await expect(page.getByRole('tablist', { name: 'Results' })).toBeInViewport();
  const places = page.getByRole('navigation', { name: 'Places' });
  for (const name of ['Draw', 'Train', 'Inside', 'Results']) {
    await places.getByRole('link', { name }).click();
    await expect(page).toHaveURL(new RegExp(`#${name.toLowerCase()}$`));
  }
  await places.getByRole('link', { name: 'Draw' }).click();
  await expect(lab.canvas).toBeInViewport();
});

test('brings all of the drawing column into sight beside the top of the page', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await lab.openWithOwnFiles('?backend=wasm');
  // The buttons that took the files may have been further down.
  await page.evaluate(() => window.scrollTo(0, 0));
  const last = lab.region('What the network sees').getByText('What is this?');
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('leads the keyboard to the canvas at once', async ({ lab, page }) => {
  await lab.openWithoutData('?backend=wasm');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to drawing a digit' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('application', { name: 'Drawing by keys' })).toBeFocused();
});
