import { drawStarWithMouse, drawWithMouse, drawWithTouch } from './drawing';
import { textOf } from './lab-page';
import { expect, test } from './test';

/** Learns the tests' own digits in a few seconds. */
const QUICK_RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=4';

test('reads a drawing, and doubts one, where neither TensorFlow.js nor the charts can be had', async ({
  lab,
  page,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|dynamically imported module/);
  await page.route(/\/assets\/(plotly|draw-vis|tfjs-backend|wasm-backend|dist|reference)[.-]/, (route) =>
    route.abort(),
  );
  await lab.openWithoutData('?backend=wasm&panel=overview');
  const panel = lab.region('Draw a digit');
  await drawWithMouse(lab, 3);
  await expect(lab.prediction).toContainText(/^\s*3\D+[\d.]+\s%/);
  await expect(panel).toContainText(/almost certain|very likely/);
  await lab.button('Clear').click();
  await drawStarWithMouse(lab);
  await expect(lab.prediction).toContainText(/^\s*This does not look like a digit\./);
  // What came later was really refused; TensorFlow.js was not even asked for.
  await expect(page.getByText('The charting library could not be loaded').first()).toBeVisible();
  await expect(page.getByText('No backend could build this')).toHaveCount(0);
});

test('reads digits that are drawn with the mouse after a short training', async ({ lab, page }) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  expect(await lab.testAccuracy()).toBeGreaterThan(80);
  // So that an answer is never that to a half of the drawing.
  await page.getByRole('checkbox', { name: 'Read while I draw' }).uncheck();
  const read: string[] = [];
  for (let digit = 0; digit < 10; digit++) {
    await drawWithMouse(lab, digit);
    await lab.button('Predict').click();
    await expect(lab.prediction).toContainText(/^\s*\d\D+[\d.]+\s%/);
    read.push((await textOf(lab.prediction)).charAt(0));
    if (digit < 9) await lab.button('Clear').click();
  }
  const right = read.filter((answer, digit) => answer === String(digit)).length;
  expect(right, `read ${read.join(' ')} for 0 to 9`).toBeGreaterThanOrEqual(8);
  await expect(page.getByRole('button', { name: /^Training image [\d,]+, an? \d$/ })).toHaveCount(5);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('reads what a finger draws, without scrolling the page', async ({ lab, page }) => {
    await lab.openWithoutData('?backend=wasm&dataset=files');
    await lab.canvas.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    await drawWithTouch(lab, 3);
    await expect(lab.prediction).toContainText(/^\s*3\D+[\d.]+\s%/);
    await expect(lab.button('Undo')).toBeEnabled();
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
  });
});
