import { afterEach, expect, test, vi } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { PEN_WIDTH } from '../../../src/ink/stroke';
import { DataBrowser } from '../../../src/panels/data-browser/DataBrowser';
import { PreprocessingPanel } from '../../../src/panels/preprocessing/PreprocessingPanel';
import { TestImage } from '../../../src/panels/test-image/TestImage';
import { fakeLab } from '../../fixtures/fake-lab';
import { smallWorld } from '../../fixtures/small-world';
import { renderLab } from '../render-lab';

/** 28 lines of 28 characters of the four levels. */
const IMAGE_TEXT = /^([.+*#]{28}\n){27}[.+*#]{28}$/;

const world = await smallWorld({ training: 240, test: 60 });
const IMAGE = { set: 'test', position: 17 } as const;

afterEach(() => {
  vi.restoreAllMocks();
});

/** @returns the characters of the block that the button opens */
async function asText(panel: Locator): Promise<string> {
  await panel.getByRole('button', { name: 'Show as text' }).click();
  const pre = panel.getByText(IMAGE_TEXT);
  await expect.element(pre).toBeVisible();
  return pre.element().textContent ?? '';
}

test('prints an image as text, in each panel that shows one', async () => {
  await page.viewport(1000, 900);
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const lab = fakeLab(world);
  lab.ready();
  lab.actions.select({ image: IMAGE });
  await renderLab(
    lab,
    <>
      <DataBrowser />
      <TestImage />
      <PreprocessingPanel />
    </>,
  );
  const browser = page.getByRole('region', { name: 'Data browser' });
  await expect.element(browser.getByRole('radio', { name: 'Test', exact: true })).toBeChecked();
  const text = await asText(browser);
  expect(new Set(text)).toEqual(new Set(['.', '+', '*', '#', '\n']));
  const block = browser.getByRole('figure', { name: 'Test image 17: 7, as text' });
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect.element(block.getByRole('status')).toHaveTextContent('Copied.');
  expect(copied.mock.calls).toEqual([[text]]);

  const shown = page.getByRole('region', { name: 'Test image', exact: true });
  expect(await asText(shown)).toBe(text);
  await expect.element(shown.getByRole('figure', { name: 'Image 17, a 7, as text' })).toBeVisible();

  lab.actions.addStroke({
    points: [
      { x: 80, y: 60 },
      { x: 200, y: 60 },
      { x: 120, y: 220 },
    ],
    width: PEN_WIDTH,
  });
  const drawn = await asText(page.getByRole('region', { name: 'What the network sees' }));
  expect(drawn).toContain('#');
});

test('says so where the browser does not let it copy', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  const lab = fakeLab(world);
  lab.ready();
  lab.actions.select({ image: IMAGE });
  await renderLab(lab, <TestImage />);
  await asText(page.getByRole('region', { name: 'Test image', exact: true }));
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.element(page.getByText('The browser did not allow it')).toBeVisible();
});

test('keeps the block of text within a narrow screen', async () => {
  await page.viewport(390, 844);
  const lab = fakeLab(world);
  lab.ready();
  lab.actions.select({ image: IMAGE });
  await renderLab(lab, <DataBrowser />);
  await asText(page.getByRole('region', { name: 'Data browser' }));
  const { scrollWidth, clientWidth } = page.getByText(IMAGE_TEXT).element();
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
});
