import { makeIdxFiles } from '../fixtures/make-idx';
import { drawWithMouse } from './drawing';
import { expect, NO_REAL_DATA, test } from './test';

test('draws digits where MNIST can not be had, says why, and everything works', async ({ lab, page }) => {
  await lab.openWithoutData('?preset=tfjs-examples&backend=wasm&train=2000&epochs=2');
  await expect(page.getByText('MNIST could not be had, so the lab draws digits')).toBeVisible();
  await expect(page.getByText(/train-images-idx3-ubyte/).first()).toBeVisible();
  await expect(lab.chosen('Dataset')).toHaveText('Synthetic digits');
  await lab.ready();
  await lab.trainToTheEnd();
  expect(await lab.testAccuracy()).toBeGreaterThan(60);
  await lab.showEachResult();
  await drawWithMouse(lab, 1);
  await lab.button('Predict').click();
  await expect(lab.prediction).toContainText('%');
  // The link still asks for MNIST: the next visit may have it.
  expect(new URL(page.url()).searchParams.get('dataset')).toBeNull();
});

test('tries MNIST again on request', async ({ lab, page }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  await lab.openWithoutData();
  await lab.ready();
  await page.unroute('**/data/mnist/manifest.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(lab.chosen('Dataset')).toHaveText('MNIST');
  await lab.ready();
  await expect(page.getByText('could not be had')).toHaveCount(0);
});

test('refuses a web page in place of a data file by name', async ({ lab, page }) => {
  await page.route('**/data/mnist/manifest.json', (route) =>
    route.fulfill({ json: { state: 'ready', received: 0, total: 0, problems: [] } }),
  );
  await page.route('**/data/mnist/*.gz', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Not found</title>' }),
  );
  await page.goto('./');
  await expect(page.getByText(/train-images-idx3-ubyte.*HTML/).first()).toBeVisible({ timeout: 60_000 });
  await lab.give(makeIdxFiles());
  await lab.takeFiles();
  await lab.ready();
});

test('keeps the data in use where a wrong file is given', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm&train=256&epochs=1');
  const [images, ...others] = makeIdxFiles({ train: 60, test: 20 });
  if (!images) throw new Error('no files were made');
  await lab.give([{ ...images, bytes: images.bytes.subarray(0, 1000) }, ...others]);
  await expect(page.getByText(/train-images-idx3-ubyte/).first()).toBeVisible();
  await lab.trainToTheEnd();
});

test('takes files by drag and drop', async ({ lab, page }) => {
  await lab.openWithoutData();
  const files = makeIdxFiles({ train: 240, test: 60 }).map(({ name, bytes }) => ({
    name,
    bytes: [...bytes],
  }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
    return data;
  }, files);
  const target = page.locator('input[type=file]').first().locator('xpath=..');
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer: transfer });
  }
  await lab.takeFiles();
  await lab.ready();
});

test('keeps the files in use, and the list on them, where MNIST can not be had', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?backend=wasm&train=256&epochs=1');
  await lab.choice('Dataset').selectOption({ label: 'MNIST' });
  await expect(page.getByText('MNIST could not be had; the data in use stay')).toBeVisible({
    timeout: 60_000,
  });
  await expect(lab.chosen('Dataset')).toHaveText('Your files');
  await lab.trainToTheEnd();
});

test('leaves the list on the drawn digits where the files given are refused', async ({ lab, page }) => {
  await lab.openWithoutData();
  await lab.ready();
  const [images, ...others] = makeIdxFiles({ train: 60, test: 20 });
  if (!images) throw new Error('no files were made');
  await lab.give([{ ...images, bytes: images.bytes.subarray(0, 1000) }, ...others]);
  await expect(page.getByText(/train-images-idx3-ubyte from your files is cut short/).first()).toBeVisible();
  await expect(lab.chosen('Dataset')).toHaveText('Synthetic digits');
  await lab.give(makeIdxFiles());
  await lab.takeFiles();
  await lab.ready();
  await expect(lab.chosen('Dataset')).toHaveText('Your files');
});

test('stays where it is when a file is dragged over and dropped beside the Data card', async ({ lab }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  // A browser opens a dropped file in the page's place unless both events are refused it.
  const prevented = await lab.canvas.evaluate((canvas) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['not idx'], 'notes.txt'));
    return ['dragover', 'drop'].map((type) => {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
      canvas.dispatchEvent(event);
      return event.defaultPrevented;
    });
  });
  expect(prevented).toEqual([true, true]);
  await lab.trainToTheEnd();
});

test('reads the test images of other data than it was trained on, once they are asked for', async ({
  lab,
}) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await lab.trainToTheEnd();
  const accuracy = await lab.testAccuracyOn('Synthetic digits');
  expect(accuracy).toBeGreaterThanOrEqual(0);
  await expect(lab.region('Classification report')).toContainText('10,000');
});
