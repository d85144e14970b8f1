import { drawWithMouse, drawWithPen, drawWithTouch } from './drawing';
import { textOf } from './lab-page';
import { expect, test } from './test';

/** Learns the tests' own digits in a few seconds. */
const QUICK_RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=4';

test('says what to do where nothing is drawn', async ({ lab }) => {
  await lab.openWithOwnFiles();
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('Draw a digit first');
});

test('says what to do where the network is not trained', async ({ lab }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await drawWithMouse(lab, 3);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('Model not trained');
});

test('reads digits that are drawn with the mouse after a short training', async ({ lab }) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  const read: string[] = [];
  for (let digit = 0; digit < 10; digit++) {
    await drawWithMouse(lab, digit);
    await lab.button('Predict').click();
    await expect(lab.prediction).toContainText(/^\s*\d\D+[\d.]+\s%/);
    read.push((await textOf(lab.prediction)).charAt(0));
    await lab.button('Clear').click();
  }
  const right = read.filter((answer, digit) => answer === String(digit)).length;
  expect(right, `read ${read.join(' ')} for 0 to 9`).toBeGreaterThanOrEqual(8);
});

test('shows the three most probable digits and the image that the network saw', async ({ lab, page }) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  await drawWithMouse(lab, 7);
  await lab.button('Predict').click();
  const items = lab.topThree.getByRole('listitem');
  await expect(items).toHaveCount(3);
  const texts = (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  for (const text of texts) expect(text).toMatch(/^\d [\d.]+ %$/);
  const percents = texts.map((text) => Number(text.split(' ')[1]));
  expect(percents).toEqual([...percents].sort((a, b) => b - a));
  await expect(page.getByRole('img', { name: 'Image the network sees' })).toBeVisible();
});

test('takes a stroke back and clears the drawing', async ({ lab }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await expect(lab.button('Undo')).toBeDisabled();
  const pixels = () => lab.canvas.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const empty = await pixels();
  await drawWithMouse(lab, 4);
  const drawn = await pixels();
  expect(drawn).not.toBe(empty);
  await lab.button('Undo').click();
  const withoutLast = await pixels();
  expect(withoutLast).not.toBe(drawn);
  expect(withoutLast).not.toBe(empty);
  await lab.button('Clear').click();
  await expect(lab.button('Undo')).toBeDisabled();
  expect(await pixels()).toBe(empty);
});

test('takes pen strokes', async ({ lab }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await drawWithPen(lab, 5);
  await expect(lab.button('Undo')).toBeEnabled();
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('takes a finger without scrolling the page', async ({ lab, page }) => {
    await lab.openWithOwnFiles('?backend=wasm');
    await lab.canvas.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    await drawWithTouch(lab, 1);
    await expect(lab.button('Undo')).toBeEnabled();
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
  });
});
