import type { Page } from '@playwright/test';
import { drawWithMouse } from './drawing';
import { kept } from './kept';
import { type StaticHost, startStaticHost } from './static-host';
import { test as base, expect, NO_REAL_DATA } from './test';

const test = base.extend<{ host: StaticHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs.
  host: async ({}, use) => {
    const host = await startStaticHost();
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.address),
});
test.use({ serviceWorkers: 'allow' });

const RUN =
  '?dataset=synthetic&preset=tfjs-examples&backend=wasm&train=1024&batch=512&epochs=2&seed=5&panel=take-away';

/** Waits until the page no longer needs its host. */
async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** What Chromium says of the manifest and the worker; but for the test's own profile, which keeps nothing. */
async function whatKeepsFromInstalling(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  await session.detach();
  const all = [
    ...errors.map(({ message }) => message),
    ...installabilityErrors.map(({ errorId }) => errorId),
  ];
  return all.filter((problem) => problem !== 'in-incognito');
}

const entry = (page: Page) => page.locator('script[type=module]').getAttribute('src');

test('does everything on a second visit without a network: trains, reads a drawing, looks inside', async ({
  lab,
  page,
  host,
  realData,
  complaints,
}) => {
  test.skip(!realData, NO_REAL_DATA);
  // The page asks for its newest version, and takes what it has.
  complaints.expect(/ERR_CONNECTION_REFUSED/);
  await page.goto('./');
  await lab.ready();
  await keptOffline(page);
  expect(await whatKeepsFromInstalling(page)).toEqual([]);
  await host.close();

  await page.goto('./?backend=wasm&train=512&epochs=1');
  await lab.ready();
  await expect(page.getByText(/55,000/).first()).toBeVisible();
  await drawWithMouse(lab, 3);
  await expect(lab.prediction).toContainText('3');
  expect(await lab.trainToTheEnd()).toContain('Training finished');
  // None of these was opened before.
  await lab.openPanel('Learning curves');
  await lab.showCharts();
  await lab.openPanel('Inspector');
  await expect(lab.region('Inspector').locator('svg.marks').first()).toBeVisible();
  await lab.openPanel('Take away');
  await expect(lab.region('Take away')).toContainText('ONNX');
});

test('says that a new version is here, and lets a run end as it would have', async ({ lab, page, host }) => {
  await page.goto(`./${RUN}`);
  await lab.ready();
  await keptOffline(page);
  const before = await entry(page);
  await lab.press('Step');
  await expect(lab.status).toContainText('Paused');
  host.update();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByText('A new version is here. Reload to update')).toBeVisible();
  await lab.press('Resume');
  await expect(lab.status).toContainText('Training finished');
  // A part of the old version, which the host no longer has.
  await lab.openPanel('Library');
  await expect(lab.region('Library').getByRole('button', { name: /^Load / })).toHaveText('In use');
  expect(await entry(page)).toBe(before);

  await page.getByRole('button', { name: 'Reload to update' }).click();
  await expect.poll(() => entry(page)).not.toBe(before);
  await lab.ready();
  await lab.trainToTheEnd();
  await expect.poll(async () => (await kept(page, 'network')).length).toBe(2);
  const [one, other] = await kept(page, 'network');
  expect(one?.network.weights).toEqual(other?.network.weights);
  await expect(page.getByText('A new version is here')).toHaveCount(0);
});

test('works, and says that it is not available offline, where there is no space to keep it', async ({
  lab,
  page,
  host,
  context,
}) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: host.address, quotaSize: 8_000_000 });
  await page.goto(`./${RUN}`);
  await lab.ready();
  await expect(page.getByText('it is not available offline')).toBeVisible();
  expect(await lab.trainToTheEnd()).toContain('Training finished');
});
