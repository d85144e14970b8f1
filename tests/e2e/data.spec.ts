import { makeIdxFiles } from '../fixtures/make-idx';
import { drawWithMouse } from './drawing';
import { expect, test } from './test';

test('draws digits where MNIST can not be had, says why, and everything works', async ({ lab, page }) => {
  await lab.openWithoutData('?preset=tfjs-examples&backend=wasm&train=2000&epochs=2');
  await expect(page.getByText('MNIST could not be loaded, so the lab draws digits')).toBeVisible();
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

test('takes files by drag and drop', async ({ lab, page }) => {
  await lab.openWithoutData();
  // Whoever drops files has seen the page: it listens once it is drawn.
  await lab.ready();
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
