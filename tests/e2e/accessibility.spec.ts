import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawWithMouse } from './drawing';
import { PANEL_TITLES } from './lab-page';
import { expect, test } from './test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rules of WCAG 2.2 A and AA, or one of them, that are broken in a part badly enough to shut someone out. */
async function seriousViolations(page: Page, part: string, rule?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part);
  const { violations } = await (rule ? axe.withRules(rule) : axe.withTags(WCAG)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 200)}`),
    );
}

/** What contrasts on a wide screen does so on a narrow one. */
const SCHEMES = { 1440: ['light', 'dark'], 390: ['light'] } as const;

for (const width of [1440, 390] as const) {
  test(`shuts nobody out, ${width} pixels wide`, async ({ lab, page }) => {
    // Every result, in one or two schemes.
    test.setTimeout(240_000);
    /** All rules on a light screen; on a dark one only that of contrast, as nothing but the colours differs. */
    const check = async (when: string, part: string, show: () => Promise<void>) => {
      for (const colorScheme of SCHEMES[width]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await show();
        const rule = colorScheme === 'dark' ? 'color-contrast' : undefined;
        expect(await seriousViolations(page, part, rule), `${when}, ${colorScheme}`).toEqual([]);
      }
    };
    await page.setViewportSize({ width, height: 900 });
    await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
    await check('before training', 'html', async () => {});
    await lab.trainToTheEnd();
    await drawWithMouse(lab, 2);
    await lab.button('Predict').click();
    await expect(lab.prediction).toContainText('%');
    for (const [i, title] of PANEL_TITLES.entries()) {
      // What stands on top of a chart can't be judged before the chart is drawn, in the colours of the moment.
      const part = i === 0 ? 'html' : '[role=tabpanel]';
      await check(`after training, at ${title}`, part, async () => {
        await lab.openPanel(PANEL_TITLES[(i + 1) % PANEL_TITLES.length] ?? title);
        await lab.openPanel(title);
        await lab.showCharts();
      });
    }
  });
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
