import { kept } from './kept';
import { LabPage } from './lab-page';
import { expect, test } from './test';

const BATCH = 32;
const RUN = `?dataset=synthetic&preset=tfjs-examples&backend=wasm&train=6000&batch=${BATCH}&epochs=3&seed=5`;

test('goes on with a run whose tab has crashed, to the very weights of one that ran through', async ({
  context,
  page,
  lab,
  realData,
}) => {
  await page.goto(`./${RUN}`);
  await lab.ready();
  await lab.pauseAt('Epoch 2 of 3');
  await lab.press('Train');
  await expect(lab.status).toContainText('Paused');
  const seen = await lab.imagesSeen();
  expect(seen).toBeGreaterThanOrEqual(6000);
  expect(seen).toBeLessThan(12_000);
  await expect
    .poll(async () => (await kept(page, 'run'))[0]?.checkpoint.trainedBatches)
    .toBe(Math.ceil(seen / BATCH));
  const crash = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It has no answer: the tab is gone.
  void crash.send('Page.crash').catch(() => undefined);
  await crashed;

  const next = await context.newPage();
  const after = new LabPage(next, realData);
  await next.goto(`./${RUN}`);
  await after.ready();
  await next.getByRole('button', { name: /^Continue from epoch 2, batch \d+$/ }).click();
  await expect(after.status).toContainText('Training finished');
  await expect.poll(async () => (await kept(next, 'network')).length).toBe(1);
  await expect.poll(async () => (await kept(next, 'run')).length).toBe(0);
  await after.trainToTheEnd();
  await expect.poll(async () => (await kept(next, 'network')).length).toBe(2);
  const [one, other] = await kept(next, 'network');
  expect(one?.network.weights.length).toBe(6);
  expect(one?.network.weights).toEqual(other?.network.weights);
});

test('has a network with all its results again after a reload', async ({ page, lab }) => {
  await page.goto(`./${RUN.replace('6000', '2000')}`);
  await lab.ready();
  const sentence = await lab.trainToTheEnd();
  await expect.poll(async () => (await kept(page, 'network')).length).toBe(1);
  await page.reload();
  await expect(lab.status).toHaveText(sentence);
  await lab.openPanel('Misclassified digits');
  await expect(lab.region('Misclassified digits').locator('[role=option]').first()).toBeVisible();
  await lab.openPanel('Runs');
  await expect(lab.region('Runs').getByRole('button', { name: 'Train again: run 1' })).toBeVisible();
});

test('offers a reload where a newer version of the page has taken the place of this one, and keeps the run', async ({
  page,
  lab,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/);
  await page.goto(`./${RUN}`);
  await lab.ready();
  await lab.pauseAt('Epoch 2 of 3');
  await lab.press('Train');
  await expect(lab.status).toContainText('Paused');
  await expect.poll(async () => (await kept(page, 'run')).length).toBe(1);
  const gone = /assets\/Library-.*\.js/;
  await page.route(gone, (route) => route.fulfill({ status: 404 }));
  await lab.openPanel('Library');
  await expect(page.getByRole('alert')).toContainText('the page was updated meanwhile');
  await page.unroute(gone);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await lab.ready();
  await page.getByRole('button', { name: /^Continue from epoch 2/ }).click();
  await expect(lab.status).toContainText('Training finished');
  await expect(lab.region('Library').getByRole('button', { name: /^Load / })).toHaveText('In use');
});
