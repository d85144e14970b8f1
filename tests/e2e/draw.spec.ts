import type { Page } from '@playwright/test';
import { drawWithMouse, drawWithPen, drawWithTouch, onCanvas, picture, withTouch } from './drawing';
import { textOf } from './lab-page';
import { expect, test } from './test';

/** What a drawing comes to; its pixels are the same for the same strokes, which a browser does not promise of the canvas. */
const seenImage = (page: Page) => page.getByRole('img', { name: 'Image the network sees' });

/** Learns the tests' own digits in a few seconds. */
const QUICK_RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=4';

test('says what to do where nothing is drawn', async ({ lab }) => {
  await lab.openWithOwnFiles();
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('Draw a digit first');
});

test('says what to do where the network is not trained', async ({ lab }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm');
  await drawWithMouse(lab, 3);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('Model not trained');
});

test('reads with the network that ships before anything is trained, until that is put away', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await expect(page.getByRole('note')).toContainText('The network that came with the page');
  await drawWithMouse(lab, 3);
  await expect(lab.prediction).toContainText(/^\s*3\D+[\d.]+\s%/);
  await page.getByRole('button', { name: 'Start untrained' }).click();
  await expect(lab.prediction).toContainText('Model not trained');
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('reads a drawing where neither TensorFlow.js nor the charts can be had', async ({
  lab,
  page,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|dynamically imported module/);
  await page.route(/\/assets\/(plotly|draw-vis|backend|wasm-backend|dist|reference)[.-]/, (route) =>
    route.abort(),
  );
  await lab.openWithoutData('?backend=wasm');
  await drawWithMouse(lab, 3);
  await expect(lab.prediction).toContainText(/^\s*3\D+[\d.]+\s%/);
  // What came later was really refused.
  await expect(page.getByText('The charting library could not be loaded').first()).toBeVisible();
  await expect(page.getByText('No backend could build this').first()).toBeVisible();
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
  await expect(seenImage(page)).toBeVisible();
});

test('takes strokes back, and a drawing that was cleared', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await expect(lab.button('Undo')).toBeDisabled();
  const empty = await picture(lab.canvas);
  const seen = seenImage(page);
  await drawWithMouse(lab, 4);
  const drawn = await picture(seen);
  await lab.button('Undo').click();
  await expect.poll(() => picture(seen)).not.toBe(drawn);
  const withoutLast = await picture(seen);
  await lab.button('Clear').click();
  await expect(seen).toBeHidden();
  expect(await picture(lab.canvas)).toBe(empty);
  await lab.button('Undo').click();
  await expect.poll(() => picture(seen)).toBe(withoutLast);
  expect(await picture(lab.canvas)).not.toBe(empty);
});

test('reads the same from a pen as from the mouse', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await lab.canvas.evaluate((canvas: HTMLCanvasElement) => {
    canvas.addEventListener('pointerdown', ({ pointerType }) => canvas.setAttribute('data-by', pointerType));
  });
  const seen = seenImage(page);
  await drawWithMouse(lab, 5);
  await expect(lab.canvas).toHaveAttribute('data-by', 'mouse');
  const byMouse = await picture(seen);
  await lab.button('Clear').click();
  await expect(seen).toBeHidden();
  await drawWithPen(lab, 5);
  await expect(lab.canvas).toHaveAttribute('data-by', 'pen');
  expect(await picture(seen)).toBe(byMouse);
});

test('shows a dot where the pen only touches', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const empty = await picture(lab.canvas);
  const middle = await onCanvas(lab, 0.5, 0.5);
  await page.mouse.click(middle.x, middle.y);
  await expect(lab.button('Undo')).toBeEnabled();
  expect(await picture(lab.canvas)).not.toBe(empty);
});

test('ends a stroke beside the canvas where the pen is lifted', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const empty = await picture(lab.canvas);
  const [inside, outside, inAgain] = [
    await onCanvas(lab, 0.5, 0.5),
    await onCanvas(lab, -0.2, 0.5),
    await onCanvas(lab, 0.5, 0.9),
  ];
  await page.mouse.move(inside.x, inside.y);
  await page.mouse.down();
  await page.mouse.move(outside.x, outside.y, { steps: 5 });
  await page.mouse.up();
  const drawn = await picture(lab.canvas);
  expect(drawn).not.toBe(empty);
  await page.mouse.move(inAgain.x, inAgain.y, { steps: 5 });
  expect(await picture(lab.canvas)).toBe(drawn);
  await lab.button('Undo').click();
  expect(await picture(lab.canvas)).toBe(empty);
});

for (const name of ['Undo', 'Clear'] as const) {
  test(`keeps the keyboard's place on ${name} when there is nothing left for it to do`, async ({ lab }) => {
    await lab.openWithOwnFiles('?backend=wasm');
    await drawWithMouse(lab, 1);
    await lab.button(name).focus();
    for (let i = 0; i < 5 && (await lab.button(name).isEnabled()); i++) await lab.button(name).press('Enter');
    await expect(lab.button(name)).toBeDisabled();
    await expect(lab.button(name)).toBeFocused();
  });
}

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

  test('keeps a stroke that the system breaks off, and draws the next one', async ({ lab, page }) => {
    await lab.openWithOwnFiles('?backend=wasm');
    const seen = seenImage(page);
    const [from, to] = [await onCanvas(lab, 0.3, 0.3), await onCanvas(lab, 0.3, 0.7)];
    const [aside, asideDown] = [await onCanvas(lab, 0.7, 0.3), await onCanvas(lab, 0.7, 0.6)];
    let brokenOff = '';
    await withTouch(lab, async (send) => {
      await send('touchStart', [{ id: 0, ...from }]);
      await send('touchMove', [{ id: 0, ...to }]);
      await send('touchCancel', []);
      brokenOff = await picture(seen);
      await send('touchStart', [{ id: 0, ...aside }]);
      await send('touchMove', [{ id: 0, ...asideDown }]);
      await send('touchEnd', []);
    });
    await expect.poll(() => picture(seen)).not.toBe(brokenOff);
    await lab.button('Undo').click();
    await expect.poll(() => picture(seen)).toBe(brokenOff);
    await lab.button('Undo').click();
    await expect(seen).toBeHidden();
  });

  test('lets a second finger draw nothing', async ({ lab, page }) => {
    await lab.openWithOwnFiles('?backend=wasm');
    const seen = seenImage(page);
    const [from, to] = [await onCanvas(lab, 0.3, 0.2), await onCanvas(lab, 0.3, 0.8)];
    const [other, moved] = [await onCanvas(lab, 0.7, 0.2), await onCanvas(lab, 0.9, 0.8)];
    const [first, second] = [
      (at: typeof from) => ({ id: 0, ...at }),
      (at: typeof from) => ({ id: 1, ...at }),
    ];
    await withTouch(lab, async (send) => {
      await send('touchStart', [first(from)]);
      await send('touchMove', [first(to)]);
      await send('touchEnd', []);
    });
    const alone = await picture(seen);
    await lab.button('Clear').click();
    await expect(seen).toBeHidden();
    await withTouch(lab, async (send) => {
      await send('touchStart', [first(from)]);
      await send('touchStart', [first(from), second(other)]);
      await send('touchMove', [first(to), second(moved)]);
      await send('touchEnd', []);
    });
    expect(await picture(seen)).toBe(alone);
  });
});
