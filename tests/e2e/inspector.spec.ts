import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LabPage } from './lab-page';
import { expect, test } from './test';

const RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=2&seed=5';
const ASSETS = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
const chunk = () => readdirSync(ASSETS).find((name) => /^draw-vis-.*\.js$/.test(name)) ?? '';

const inspector = (lab: LabPage) => lab.region('Inspector');
const charts = (lab: LabPage) => inspector(lab).locator('svg.marks');
const open = (lab: LabPage) => lab.openPanel('Inspector');

// Whatever breaks the page's policy is an error in the console, which fails every test.
test('draws history, weights, layers and the accuracy of each digit under the page’s policy', async ({
  lab,
}) => {
  await lab.openWithOwnFiles(RUN);
  await open(lab);
  await expect(inspector(lab)).toContainText('Press Train');
  await expect(inspector(lab).getByRole('table', { name: 'Layers' }).getByRole('row').nth(1)).toContainText(
    'conv 8 @ 5×5',
  );
  await expect(inspector(lab)).toContainText('200 weights (5 × 5 × 1 × 8)');
  const before = await inspector(lab).getByText('200 weights').last().innerText();

  await lab.trainToTheEnd();
  await expect(charts(lab)).toHaveCount(3);
  expect(await inspector(lab).getByText('200 weights').last().innerText()).not.toBe(before);
  await expect(inspector(lab)).toContainText('Each point is one batch.');
  await expect(charts(lab).first()).toContainText('batch');
  // Labels of the bars: one minus sign for all numbers of the page.
  await expect(charts(lab).nth(2)).toContainText(/−\d/);
  await expect(charts(lab).nth(2)).not.toContainText(/-\d/);
  await inspector(lab).getByText('Epochs', { exact: true }).click();
  await expect(charts(lab).nth(1)).toContainText('validation');
  await inspector(lab).getByLabel('Kernel of layer').selectOption('5: dense 10');
  await expect(inspector(lab)).toContainText('2,560 weights (256 × 10)');
  const digits = inspector(lab).getByRole('table', { name: 'Accuracy of each digit' });
  await expect(digits.getByRole('row')).toHaveCount(11);
  await expect(digits.getByRole('row').nth(1)).toContainText('%');
});

test('is fetched when it is first opened, without TensorFlow.js', async ({ lab, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await lab.openWithOwnFiles(RUN);
  await lab.trainToTheEnd();
  expect(asked.filter((url) => url.includes('draw-vis'))).toEqual([]);
  await open(lab);
  await expect(charts(lab)).toHaveCount(3);
  expect(asked.filter((url) => url.endsWith(chunk()))).toHaveLength(1);
  expect(readFileSync(`${ASSETS}${chunk()}`, 'utf8')).not.toMatch(/Conv2DBackpropFilter/);
});

test('says that it could not be fetched, and tries again', async ({ lab, page, complaints }) => {
  complaints.expect(/Failed to load resource/);
  await lab.openWithOwnFiles(RUN);
  await page.route('**/draw-vis-*.js', (route) => route.abort());
  await open(lab);
  const retry = inspector(lab).getByRole('button', { name: 'Try again' }).first();
  await expect(retry).toBeVisible();
  await page.unroute('**/draw-vis-*.js');
  await retry.click();
  await expect(charts(lab)).toHaveCount(1);
  await expect(inspector(lab).getByRole('button', { name: 'Try again' })).toHaveCount(0);
});
