import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawWithMouse } from './drawing';
import { expect, test } from './test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const THEMES = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/** Every rule of WCAG 2.2 A and AA that is broken, however badly. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: WCAG, rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 200)}`),
  );
}

/** Tab leads to the button of that name, which is seen to have the focus then. */
async function tabTo(page: Page, name: string): Promise<void> {
  await page.locator('body').press('Tab');
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as Element;
      const { outlineStyle } = getComputedStyle(element);
      return { text: element.textContent?.trim(), outlineStyle };
    });
  // The files have left the focus in the middle of the page: round it once.
  for (let i = 0; i < 200 && (await focused()).text !== name; i++) await page.keyboard.press('Tab');
  expect(await focused()).toEqual({ text: name, outlineStyle: 'solid' });
}

// Each panel by itself, every message and every state, in each language: tests/component/accessibility. This is the page
// as it is built and served, after a real run.
test('is trained by the keyboard alone, and shuts nobody out of what it shows then', async ({
  lab,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await tabTo(page, 'Train');
  await page.keyboard.press('Enter');
  await expect(lab.status).toContainText('Training finished', { timeout: 240_000 });
  await drawWithMouse(lab, 2);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('%');
  // What stands on top of a chart can't be judged before the chart is drawn.
  await lab.showCharts();
  for (const theme of THEMES) {
    await page.emulateMedia(theme);
    expect(await findings(page), `${theme.colorScheme}, forced colours ${theme.forcedColors}`).toEqual([]);
  }
});
