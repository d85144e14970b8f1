import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawWithMouse } from './drawing';
import { expect, test } from './test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules of WCAG 2.2 A and AA that are broken badly enough to shut someone out. */
async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 200)}`),
    );
}

// Each panel by itself, in each state, colour scheme and width: tests/component/accessibility.test.tsx.
test('shuts nobody out of the page after a training', async ({ lab, page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await lab.trainToTheEnd();
  await drawWithMouse(lab, 2);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('%');
  // What stands on top of a chart can't be judged before the chart is drawn.
  await lab.showCharts();
  expect(await seriousViolations(page)).toEqual([]);
});

test('is trained by the keyboard alone', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await page.locator('body').press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  // The files have left the focus in the middle of the page: round it once.
  for (let i = 0; i < 200 && (await focused()) !== 'Train'; i++) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Train');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  await expect(lab.status).toContainText('Training finished', { timeout: 240_000 });
});
