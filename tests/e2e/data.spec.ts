import { makeIdxFiles } from '../fixtures/make-idx';
import { expect, test } from './test';

test('says what failed and takes files where no source has the data', async ({ lab, page }) => {
  await lab.openWithoutData();
  await expect(page.getByText(/train-images-idx3-ubyte/).first()).toBeVisible({ timeout: 60_000 });
  await expect(lab.button('Train')).toBeDisabled();
  await lab.give(makeIdxFiles());
  await lab.ready();
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
  await lab.ready();
});
