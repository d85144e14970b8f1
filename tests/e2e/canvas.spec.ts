import type { Locator } from '@playwright/test';
import { drawWithMouse, onCanvas, picture } from './drawing';
import { LabPage, textOf } from './lab-page';
import { expect, test } from './test';

const QUICK_RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=4';

const seenImage = (lab: LabPage) => lab.page.getByRole('img', { name: 'Image the network sees' });
const drawnInk = (lab: LabPage) => lab.page.getByRole('img', { name: 'Ink on the canvas' });
const button = (lab: LabPage, name: string) => lab.page.getByRole('button', { name, exact: true });

/** Greys of a picture, 0 to 255, row by row. */
const greysOf = (canvas: Locator) =>
  canvas.evaluate((it: HTMLCanvasElement) => {
    const { data } = it.getContext('2d')?.getImageData(0, 0, it.width, it.height) ?? { data: [] };
    return Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] ?? 0);
  });

const inkOf = async (canvas: Locator) => (await greysOf(canvas)).reduce((sum, grey) => sum + grey, 0);

/** Presses the mouse on the canvas and draws to each place, shares of its sides; the button stays down. */
async function holdAndDraw(lab: LabPage, ...places: [x: number, y: number][]): Promise<void> {
  for (const [i, [x, y]] of places.entries()) {
    const at = await onCanvas(lab, x, y);
    await lab.page.mouse.move(at.x, at.y, { steps: 5 });
    if (i === 0) await lab.page.mouse.down();
  }
}

test('reads the digit while the pen is still down', async ({ lab, page }) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  await holdAndDraw(lab, [0.3, 0.2], [0.7, 0.2], [0.65, 0.4]);
  await expect(lab.topThree).toBeVisible();
  const before = await lab.topThree.innerText();
  const end = await onCanvas(lab, 0.45, 0.85);
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await expect(lab.topThree).not.toHaveText(before);
  await expect(lab.button('Undo')).toBeDisabled();
  await page.mouse.up();
  await expect(lab.button('Undo')).toBeEnabled();
});

test('reads at Predict only where live prediction is switched off', async ({ lab, page }) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  await page.getByRole('checkbox', { name: 'Read while I draw' }).uncheck();
  await drawWithMouse(lab, 7);
  await expect(seenImage(lab)).toBeVisible();
  await expect(lab.topThree).toBeHidden();
  await lab.button('Predict').click();
  await expect(lab.topThree).toBeVisible();
  await drawWithMouse(lab, 1);
  await expect(lab.topThree).toBeHidden();
  await page.getByRole('checkbox', { name: 'Read while I draw' }).check();
  await expect(lab.topThree).toBeVisible();
});

test('brings back what was taken back, by button and by key', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await drawWithMouse(lab, 4);
  const drawn = await picture(seenImage(lab));
  await lab.button('Undo').click();
  await expect.poll(() => picture(seenImage(lab))).not.toBe(drawn);
  await button(lab, 'Redo').click();
  await expect.poll(() => picture(seenImage(lab))).toBe(drawn);
  await expect(button(lab, 'Redo')).toBeDisabled();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(seenImage(lab)).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect.poll(() => picture(seenImage(lab))).toBe(drawn);
});

test('draws wider with a wider pen, and the network sees the same', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await drawWithMouse(lab, 0);
  const [ink, seen] = [await inkOf(drawnInk(lab)), await inkOf(seenImage(lab))];
  await lab.button('Clear').click();
  await page.getByRole('slider', { name: 'Pen width' }).fill('40');
  await drawWithMouse(lab, 0);
  await expect.poll(() => inkOf(drawnInk(lab))).toBeGreaterThan(1.4 * ink);
  expect(Math.abs((await inkOf(seenImage(lab))) / seen - 1)).toBeLessThan(0.06);
});

test('draws wider where the pen is pressed', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const session = await page.context().newCDPSession(page);
  const strokeInk = async (force: number) => {
    for (const [type, y] of [
      ['mousePressed', 0.2],
      ['mouseMoved', 0.8],
      ['mouseReleased', 0.8],
    ] as const) {
      await session.send('Input.dispatchMouseEvent', {
        ...(await onCanvas(lab, 0.5, y)),
        type,
        force: type === 'mouseReleased' ? 0 : force,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
        pointerType: 'pen',
      });
    }
    await expect(lab.button('Undo')).toBeEnabled();
    const ink = await inkOf(drawnInk(lab));
    await lab.button('Clear').click();
    return ink;
  };
  const [light, middle, hard] = [await strokeInk(0.1), await strokeInk(0.5), await strokeInk(1)];
  await drawWithMouse(lab, 1);
  expect(light).toBeLessThan(0.75 * middle);
  expect(hard).toBeGreaterThan(1.3 * middle);
  await session.detach();
});

test('draws by keys, says where the pen is, and erases', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const pen = page.getByRole('application', { name: 'Drawing by keys' });
  await lab.canvas.scrollIntoViewIfNeeded();
  await pen.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('Row 14, column 14, empty')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(page.getByText('Row 14, column 14, liveDrawing')).toBeAttached();
  const dot = await inkOf(drawnInk(lab));
  await page.keyboard.down('Shift');
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Shift');
  await expect.poll(() => inkOf(drawnInk(lab))).toBeGreaterThan(3 * dot);
  await page.keyboard.press('Control+z');
  await expect.poll(() => inkOf(drawnInk(lab))).toBe(dot);
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(seenImage(lab)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(lab.prediction).toContainText('Draw a digit first');
});

test('shows what each step does to the image and to the answer', async ({ lab, page }) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  await holdAndDraw(lab, [0.62, 0.6], [0.88, 0.6], [0.7, 0.92]);
  await page.mouse.up();
  await expect(lab.topThree).toBeVisible();
  const [image, answer] = [await picture(seenImage(lab)), await lab.topThree.innerText()];
  const seen = lab.region('What the network sees');
  const saysTheSame = async () => {
    const [digit, ...probability] = (await textOf(lab.topThree.getByRole('listitem').first())).split(' ');
    await expect(seen).toContainText(`read as ${digit}, ${probability.join(' ')}`);
  };
  await saysTheSame();
  for (const step of ['pen width', 'box', '20×20', 'centred']) {
    const box = seen.getByRole('checkbox', { name: step });
    await box.uncheck();
    await expect.poll(() => picture(seenImage(lab)), step).not.toBe(image);
    await expect(lab.topThree, step).not.toHaveText(answer);
    await saysTheSame();
    await box.check();
    await expect.poll(() => picture(seenImage(lab)), step).toBe(image);
  }
});

test('puts a digit of the wished class on the canvas, from the test images or its own', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles(QUICK_RUN);
  await lab.trainToTheEnd();
  await page.getByRole('combobox', { name: 'Digit to show' }).selectOption('3');
  await button(lab, 'Show me').click();
  await expect(lab.prediction).toContainText(/^\s*3/);
  const first = await picture(seenImage(lab));
  await page
    .getByRole('combobox', { name: 'Where it comes from' })
    .selectOption({ label: 'drawn by the lab' });
  await button(lab, 'Show me').click();
  await expect.poll(() => picture(seenImage(lab))).not.toBe(first);
  await lab.button('Undo').click();
  await expect.poll(() => picture(seenImage(lab))).toBe(first);
});

test('makes the same image of the same drawing on every screen', async ({ browser, baseURL }) => {
  const images: number[][] = [];
  for (const deviceScaleFactor of [1, 1.5, 2, 3]) {
    const context = await browser.newContext({
      deviceScaleFactor,
      viewport: { width: 1440, height: 900 },
      ...(baseURL !== undefined && { baseURL }),
    });
    const there = new LabPage(await context.newPage(), false);
    await there.openWithOwnFiles('?backend=wasm');
    await drawWithMouse(there, 5);
    await expect(there.button('Undo')).toBeEnabled();
    images.push(await greysOf(seenImage(there)));
    await context.close();
  }
  const [first, ...others] = images;
  expect(first?.some((grey) => grey > 250)).toBe(true);
  for (const other of others) {
    const most = other.reduce((sum, grey, i) => Math.max(sum, Math.abs(grey - (first?.[i] ?? 999))), 0);
    expect(most).toBeLessThanOrEqual(1);
  }
});
