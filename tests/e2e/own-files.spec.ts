import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawnLetters } from '../fixtures/letters';
import { makeIdxFiles } from '../fixtures/make-idx';
import { headerOf, npyArray, npyOf } from '../fixtures/make-npy';
import { pngOf } from '../fixtures/make-png';
import { zipOf } from '../fixtures/make-zip';
import { drawLWithMouse, drawWithMouse } from './drawing';
import { type LabPage, textOf } from './lab-page';
import { expect, test } from './test';

const fixture = (name: string) => readFile(new URL(`../fixtures/npz/${name}`, import.meta.url));
const preview = (lab: LabPage) => lab.page.getByRole('region', { name: 'Preview of your files' });

/** An npz that numpy would not load without being told to trust it. */
const pickled = () =>
  zipOf(
    Object.entries({
      'x_train.npy': npyOf(headerOf('|O', [300, 28, 28]), new Uint8Array(100)),
      'y_train.npy': npyArray('<i8', [300], new Uint8Array(300)),
      'x_test.npy': npyArray('|u1', [60, 28, 28], new Uint8Array(60 * 784)),
      'y_test.npy': npyArray('<i8', [60], new Uint8Array(60)),
    }),
  );

test('shows what an npz of numpy holds, uses it when told to, and refuses another by file, array and reason', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles('?backend=wasm');
  const inUse = page.getByText('550 train');
  await expect(inUse).toBeVisible();
  await lab.give([{ name: 'compressed.npz', bytes: await fixture('compressed.npz') }]);
  await expect(preview(lab)).toContainText('18 train · 2 validation · 10 test');
  await expect(preview(lab)).toContainText('Values from 0 to 1 were multiplied by 255');
  await preview(lab).getByRole('button', { name: 'Cancel' }).click();
  await expect(preview(lab)).toHaveCount(0);
  await expect(inUse).toBeVisible();

  await lab.give([{ name: 'plain.npz', bytes: await fixture('plain.npz') }]);
  await lab.takeFiles();
  const used = page.getByText('18 train · 2 validation · 10 test, used only once');
  await expect(used).toBeVisible();
  await expect(page.getByText('plain.npz')).toBeVisible();

  await lab.give([{ name: 'mnist.npz', bytes: await pickled() }]);
  await expect(preview(lab)).toContainText('mnist.npz › x_train.npy holds Python objects (a pickle)');
  await expect(used).toBeVisible();
  await expect(lab.button('Train')).toBeEnabled();
});

/** Seventy pictures of digits, by turns in one of two folders. @returns where the folders are */
async function writePets(parent: string): Promise<string> {
  const [images] = makeIdxFiles({ train: 70, test: 10 });
  const folder = join(parent, 'pets');
  for (const kind of ['cat', 'dog']) await mkdir(join(folder, kind), { recursive: true });
  for (let i = 0; i < 70; i++) {
    const grey = images?.bytes.subarray(16 + i * 784, 16 + (i + 1) * 784) ?? new Uint8Array();
    // 16 bits a sample, which the browser decodes.
    const deep = Uint8Array.from({ length: 2 * 784 }, (_, j) => grey[j >> 1] ?? 0);
    const png = i === 0 ? pngOf(deep, { depth: 16 }) : pngOf(grey, { filter: 4 });
    await writeFile(join(folder, i % 2 ? 'dog' : 'cat', `${i}.png`), png);
  }
  return folder;
}

test('takes a folder of pictures by class, and calls the classes what the person says wherever they are shown', async ({
  lab,
  page,
}, info) => {
  await lab.openWithoutData('?dataset=files&preset=tfjs-examples&backend=wasm&train=64&epochs=1');
  await page
    .locator('input[type=file]')
    .nth(1)
    .setInputFiles(await writePets(info.outputPath()));
  await expect(preview(lab)).toContainText('Pictures, by their folders or names');
  await expect(preview(lab)).toContainText('one image in 7 of each class was drawn for the test set');
  await expect(preview(lab).getByRole('row', { name: /^cat 3\d / })).toBeVisible();
  await lab.choice('Class names').selectOption({ label: 'My own' });
  await page.getByRole('textbox', { name: 'Name of class 0' }).fill('kitten');
  await expect(preview(lab).getByRole('row', { name: /^kitten 3\d / })).toBeVisible();
  await lab.takeFiles();
  await lab.ready();
  await expect(page.getByText('55 train · 5 validation · 10 test')).toBeVisible();
  await lab.openPanel('Data browser');
  await expect(lab.region('Data browser').getByRole('button', { name: /^kitten: / })).toBeVisible();
  await lab.trainToTheEnd();

  await lab.openPanel('Classification report');
  await expect(
    lab.region('Classification report').getByRole('button', { name: 'Class kitten' }),
  ).toBeVisible();
  await drawWithMouse(lab, 7);
  await lab.button('Predict').click();
  // Of ten classes only two have learnt anything.
  await expect(lab.prediction).toContainText(/^(kitten|dog|[2-9])\b.*%/);
  const name = (await textOf(lab.prediction)).split(',')[0];
  await expect(lab.topThree.getByRole('listitem').first()).toHaveText(new RegExp(`^${name} \\d+\\.\\d %$`));
});

/** As EMNIST's letters come: 1 to 26, in one set. */
async function lettersNpz(perClass: number) {
  const { images, labels } = drawnLetters(perClass, 1);
  return zipOf([
    ['images.npy', npyArray('|u1', [labels.length, 28, 28], images)],
    [
      'labels.npy',
      npyArray(
        '|u1',
        [labels.length],
        labels.map((label) => label + 1),
      ),
    ],
  ]);
}

test('trains on 26 letters, from the file to a report of 26 rows and a drawing that is read as one', async ({
  lab,
  page,
}) => {
  await lab.openWithoutData('?dataset=files&net=c8k5-p2-c16k5-p2-d10&backend=wasm&epochs=6&batch=32&seed=1');
  await lab.give([{ name: 'letters.npz', bytes: await lettersNpz(60) }]);
  await expect(preview(lab)).toContainText('26 classes: the last layer has as many units');
  await expect(lab.choice('Class names')).toHaveValue('letters');
  await expect(preview(lab).getByRole('row', { name: /^Z 5\d / })).toBeVisible();
  await lab.takeFiles();
  await lab.ready();
  await expect(page).toHaveURL(/net=c8k5-p2-c16k5-p2-d26/);
  await lab.trainToTheEnd();

  await lab.openPanel('Classification report');
  const report = lab.region('Classification report');
  await expect(report.getByRole('button', { name: /^Class [A-Z]$/ })).toHaveCount(26);
  await lab.openPanel('Confusion matrix');
  const matrix = lab.region('Confusion matrix');
  await matrix.getByText('Table').click();
  await expect(matrix.getByRole('grid').getByRole('button')).toHaveCount(676);

  await drawLWithMouse(lab);
  await expect(lab.prediction).toContainText('L');
});
