import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawWithMouse } from './drawing';
import type { LabPage } from './lab-page';
import { expect, test } from './test';

/** Rules of WCAG 2.2 A and AA that are broken badly enough to shut someone out. */
async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 200)}`),
    );
}

/** Charts are drawn when they come into sight; what stands on top of one can't be judged before. */
async function showCharts(lab: LabPage): Promise<void> {
  for (const name of ['Learning curves', 'Confusion matrix']) {
    const region = lab.region(name);
    if (!(await region.isVisible())) continue;
    await region.scrollIntoViewIfNeeded();
    await expect(region.locator('svg.main-svg').first()).toBeVisible();
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`shuts nobody out, ${colorScheme}, ${width} pixels wide`, async ({ lab, page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
      expect(await seriousViolations(page), 'before training').toEqual([]);
      await lab.trainToTheEnd();
      await drawWithMouse(lab, 2);
      await lab.button('Predict').click();
      await expect(lab.prediction).toContainText('%');
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await showCharts(lab);
        expect(await seriousViolations(page), `after training, at ${await tab.textContent()}`).toEqual([]);
      }
    });
  }
}

test('is trained by the keyboard alone', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await page.locator('body').press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  for (let i = 0; i < 80 && (await focused()) !== 'Train'; i++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Train');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  await expect(lab.status).toContainText('Training finished', { timeout: 60_000 });
});
