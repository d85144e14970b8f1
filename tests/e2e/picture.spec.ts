import type { Page } from '@playwright/test';
import { drawWithMouse, picture } from './drawing';
import type { LabPage } from './lab-page';
import { expect, test } from './test';

const seenImage = (lab: LabPage) => lab.page.getByRole('img', { name: 'Image the network sees' });

/** How the camera was held, as EXIF counts it: 1 upright, 6 turned a quarter. */
type Orientation = 1 | 6;

/**
 * Makes a photo of a 7 in ink on paper that is darker on one side, in the page, as bytes of a JPEG file.
 * @param orientation - the picture's pixels are turned, and its EXIF says so
 */
const photo = (page: Page, orientation: Orientation): Promise<number[]> =>
  page.evaluate(async (turned) => {
    const canvas = new OffscreenCanvas(turned === 6 ? 600 : 450, turned === 6 ? 450 : 600);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    // Shown a quarter to the right of how it is stored.
    if (turned === 6) context.setTransform(0, -1, 1, 0, 0, 450);
    const light = context.createLinearGradient(0, 0, 450, 600);
    light.addColorStop(0, '#f4f1e8');
    light.addColorStop(1, '#8f8b80');
    context.fillStyle = light;
    context.fillRect(0, 0, 450, 600);
    context.strokeStyle = '#22305a';
    context.lineWidth = 11;
    context.lineCap = 'round';
    context.stroke(new Path2D('M 140 180 L 300 170 L 210 420'));
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    const bytes = [...new Uint8Array(await blob.arrayBuffer())];
    // 'Exif', a big-endian TIFF header, and one entry: tag 0x0112, one short.
    const tiff = [77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
    const exif = [69, 120, 105, 102, 0, 0, ...tiff];
    const length = exif.length + 2;
    return [...bytes.slice(0, 2), 0xff, 0xe1, length >> 8, length & 255, ...exif, ...bytes.slice(2)];
  }, orientation);

interface Given {
  readonly bytes: readonly number[];
  readonly type: string;
  readonly name: string;
}

const transferOf = (page: Page, file: Given) =>
  page.evaluateHandle(({ bytes, type, name }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
    return transfer;
  }, file);

async function paste(page: Page, file: Given): Promise<void> {
  const transfer = await transferOf(page, file);
  await page.evaluate(
    (clipboardData) =>
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      ),
    transfer,
  );
}

const jpeg = (bytes: readonly number[]): Given => ({ bytes, type: 'image/jpeg', name: 'seven.jpg' });

/** Greys of the image that the network sees, 0 to 255. */
const greysSeen = (lab: LabPage) =>
  seenImage(lab).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, 28, 28) ?? { data: [] };
    return Array.from({ length: 784 }, (_, i) => data[4 * i] ?? 0);
  });

/** Share of the ink that two images have in common. */
function likeness(a: readonly number[], b: readonly number[]): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return (2 * sum(a.map((grey, i) => Math.min(grey, b[i] ?? 0)))) / (sum(a) + sum(b));
}

test('takes a photo that is pasted, turned as the camera was', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  await paste(page, jpeg(await photo(page, 1)));
  await expect(seenImage(lab)).toBeVisible();
  const upright = await greysSeen(lab);
  await lab.button('Clear').click();
  await expect(seenImage(lab)).toBeHidden();
  await paste(page, jpeg(await photo(page, 6)));
  await expect(seenImage(lab)).toBeVisible();
  expect(likeness(upright, await greysSeen(lab))).toBeGreaterThan(0.95);
});

test('takes a picture that is dropped on the canvas, and leaves the data alone', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const data = await lab.region('Data').innerText();
  const dataTransfer = await transferOf(page, jpeg(await photo(page, 1)));
  await lab.canvas.dispatchEvent('dragover', { dataTransfer });
  await expect(page.getByText('Drop the picture of a digit')).toBeVisible();
  await lab.canvas.dispatchEvent('drop', { dataTransfer });
  await expect(seenImage(lab)).toBeVisible();
  await expect(page.getByText('Drop the picture of a digit')).toBeHidden();
  expect(await lab.region('Data').innerText()).toBe(data);
  await lab.button('Undo').click();
  await expect(seenImage(lab)).toBeHidden();
});

test('takes a picture from the file picker, on which strokes can be drawn', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const bytes = Buffer.from(await photo(page, 1));
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Picture…' }).click();
  await (await choosing).setFiles({ name: 'seven.jpg', mimeType: 'image/jpeg', buffer: bytes });
  await expect(seenImage(lab)).toBeVisible();
  const before = await picture(seenImage(lab));
  const box = await lab.canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  await page.mouse.click(box.x + 0.9 * box.width, box.y + 0.9 * box.height);
  await expect.poll(() => picture(seenImage(lab))).not.toBe(before);
});

test('says in words why a picture can not be taken', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const alert = lab.region('Draw a digit').getByRole('alert');
  await paste(page, { bytes: [1, 2, 3], type: 'image/png', name: 'broken.png' });
  await expect(alert).toContainText('not a picture');
  const white = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(200, 200);
    const context = canvas.getContext('2d');
    if (context) context.fillStyle = '#fff';
    context?.fillRect(0, 0, 200, 200);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  await paste(page, { bytes: white, type: 'image/png', name: 'white.png' });
  await expect(alert).toContainText('No ink was found');
  await paste(page, jpeg(await photo(page, 1)));
  await expect(alert).toBeHidden();
  await paste(page, { bytes: white, type: 'image/png', name: 'white.png' });
  await expect(alert).toContainText('No ink was found');
  // With ink on the canvas already.
  await drawWithMouse(lab, 1);
  await expect(alert).toBeHidden();
});
