import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './test';

const RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=2&seed=5';
const ASSETS = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
const chunk = () => readdirSync(ASSETS).find((name) => /^draw-vis-.*\.js$/.test(name)) ?? '';

// Whatever breaks the page's policy is an error in the console, which fails every test.
test('is fetched when it is first opened, without TensorFlow.js, and draws under the page’s policy', async ({
  lab,
  page,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const inspector = lab.region('Inspector');
  const charts = inspector.locator('svg.marks');
  const weights = inspector.getByText('200 weights').last();
  await lab.openWithOwnFiles(RUN);
  expect(asked.filter((url) => url.includes('draw-vis'))).toEqual([]);

  // It says that it could not be fetched, and tries again.
  await page.route('**/draw-vis-*.js', (route) => route.abort());
  await lab.openPanel('Inspector');
  const retry = inspector.getByRole('button', { name: 'Try again' });
  await expect(retry.first()).toBeVisible();
  await page.unroute('**/draw-vis-*.js');
  await retry.first().click();
  await expect(charts).toHaveCount(1);
  await expect(retry).toHaveCount(0);
  expect(asked.filter((url) => url.endsWith(chunk()))).toHaveLength(2);
  expect(readFileSync(`${ASSETS}${chunk()}`, 'utf8')).not.toMatch(/Conv2DBackpropFilter/);

  await expect(inspector).toContainText('Press Train');
  const layers = inspector.getByRole('table', { name: 'Layers' }).getByRole('row');
  await expect(layers.nth(1)).toContainText('conv 8 @ 5×5');
  await expect(inspector).toContainText('200 weights (5 × 5 × 1 × 8)');
  const before = await weights.innerText();

  await lab.trainToTheEnd();
  await expect(charts).toHaveCount(3);
  await expect(weights).not.toHaveText(before);
  await expect(inspector).toContainText('Each point is one batch.');
  await expect(charts.first()).toContainText('batch');
  // Labels of the bars: one minus sign for all numbers of the page.
  await expect(charts.nth(2)).toContainText(/−\d/);
  await expect(charts.nth(2)).not.toContainText(/-\d/);
  await inspector.getByText('Epochs', { exact: true }).click();
  await expect(charts.nth(1)).toContainText('validation');
  await inspector.getByLabel('Kernel of layer').selectOption('5: dense 10');
  await expect(inspector).toContainText('2,560 weights (256 × 10)');
  const digits = inspector.getByRole('table', { name: 'Accuracy of each digit' }).getByRole('row');
  await expect(digits).toHaveCount(11);
  await expect(digits.nth(1)).toContainText('%');
});
