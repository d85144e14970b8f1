import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeIdxFiles } from '../fixtures/make-idx';
import { headerOf, npyArray, npyOf } from '../fixtures/make-npy';
import { pngOf } from '../fixtures/make-png';
import { zipOf } from '../fixtures/make-zip';
import type { LabPage } from './lab-page';
import { expect, test } from './test';

const fixture = (name: string) => readFile(new URL(`../fixtures/npz/${name}`, import.meta.url));

/** The tests' own digits as numpy would save them. */
async function npzOf(changed: Record<string, Uint8Array> = {}): Promise<Uint8Array> {
  const [trainX, trainY, testX, testY] = makeIdxFiles({ train: 300, test: 60 }).map(({ bytes }) => bytes);
  return zipOf(
    Object.entries({
      'x_train.npy': npyArray('|u1', [300, 28, 28], trainX?.subarray(16) ?? []),
      'y_train.npy': npyArray('<i8', [300], trainY?.subarray(8) ?? []),
      'x_test.npy': npyArray('|u1', [60, 28, 28], testX?.subarray(16) ?? []),
      'y_test.npy': npyArray('<i8', [60], testY?.subarray(8) ?? []),
      ...changed,
    }),
  );
}

/** Drops a file on the drawing canvas, far from the Data card. */
async function drop(lab: LabPage, name: string, bytes: Uint8Array): Promise<void> {
  await lab.canvas.evaluate(
    (canvas, given) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(given.bytes)], given.name));
      for (const type of ['dragover', 'drop']) {
        canvas.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    { name, bytes: [...bytes] },
  );
}

const preview = (lab: LabPage) => lab.page.getByRole('region', { name: 'Preview of your files' });

test('shows what an npz of numpy holds, and uses it only when told to', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const inUse = page.getByText('550 train');
  await expect(inUse).toBeVisible();
  await lab.give([{ name: 'compressed.npz', bytes: await fixture('compressed.npz') }]);
  await expect(preview(lab)).toContainText('18 train · 2 validation · 10 test');
  await expect(preview(lab)).toContainText('Values from 0 to 1 were multiplied by 255');
  await expect(preview(lab)).toContainText('Not the official MNIST');
  await expect(
    preview(lab).getByRole('list', { name: 'Images with their labels' }).getByRole('listitem'),
  ).toHaveCount(20);
  await expect(preview(lab).getByRole('row', { name: '3 2 1', exact: true })).toBeVisible();
  await preview(lab).getByRole('button', { name: 'Cancel' }).click();
  await expect(preview(lab)).toHaveCount(0);
  await expect(inUse).toBeVisible();
  await lab.give([{ name: 'plain.npz', bytes: await fixture('plain.npz') }]);
  await lab.takeFiles();
  await expect(page.getByText('18 train · 2 validation · 10 test, looked at once')).toBeVisible();
  await expect(page.getByText('plain.npz')).toBeVisible();
});

test('refuses a malformed npz by file, array and reason, and goes on with the data in use', async ({
  lab,
  page,
}) => {
  await lab.open('?backend=wasm&train=256&epochs=1');
  const dataset = await lab.chosen('Dataset').textContent();
  const pickle = npyOf(headerOf('|O', [300, 28, 28]), new Uint8Array(100));
  await drop(lab, 'mnist.npz', await npzOf({ 'x_train.npy': pickle }));
  await expect(preview(lab)).toContainText('mnist.npz › x_train.npy holds Python objects (a pickle)');
  await expect(preview(lab)).toContainText('the data in use stay');
  await expect(page.getByRole('button', { name: 'Use them' })).toHaveCount(0);
  await expect(lab.chosen('Dataset')).toHaveText(dataset ?? '');
  await lab.trainToTheEnd();
  // Sound files can be given in their place at once.
  await drop(lab, 'mnist.npz', await npzOf());
  await lab.takeFiles();
  await expect(lab.chosen('Dataset')).toHaveText('Your files');
  await expect(page.getByText('275 train')).toBeVisible();
});

test('takes a folder of pictures by class, and calls the classes what the person says', async ({
  lab,
  page,
}, info) => {
  await lab.openWithoutData('?dataset=files&backend=wasm&train=64&epochs=1');
  const [images] = makeIdxFiles({ train: 70, test: 10 });
  const folder = join(info.outputPath(), 'pets');
  for (let i = 0; i < 70; i++) {
    const grey = images?.bytes.subarray(16 + i * 784, 16 + (i + 1) * 784) ?? new Uint8Array();
    const kind = i % 2 ? 'dog' : 'cat';
    await mkdir(join(folder, kind), { recursive: true });
    // 16 bits a sample, which the browser decodes.
    const deep = Uint8Array.from({ length: 2 * 784 }, (_, j) => grey[j >> 1] ?? 0);
    const png = i === 0 ? pngOf(deep, { depth: 16 }) : pngOf(grey, { filter: 4 });
    await writeFile(join(folder, kind, `${i}.png`), png);
  }
  await page.locator('input[type=file]').nth(1).setInputFiles(folder);
  await expect(preview(lab)).toContainText('PNG pictures, 28×28');
  await expect(preview(lab)).toContainText('one image in seven was drawn for the test set');
  await expect(preview(lab).getByRole('row', { name: /^cat 3\d / })).toBeVisible();
  await lab.choice('Class names').selectOption({ label: 'My own' });
  await page.getByRole('textbox', { name: 'Name of class 0' }).fill('kitten');
  await expect(preview(lab).getByRole('row', { name: /^kitten 3\d / })).toBeVisible();
  await lab.takeFiles();
  await lab.ready();
  await expect(page.getByText('55 train · 5 validation · 10 test')).toBeVisible();
  await lab.trainToTheEnd();
});
