import type { Page } from '@playwright/test';
import { kept } from './kept';
import { LabPage } from './lab-page';
import { expect, test } from './test';

/** Six batches an epoch. */
const BATCH = 512;
const RUN = `?dataset=synthetic&preset=tfjs-examples&backend=wasm&train=${6 * BATCH}&batch=${BATCH}&epochs=3&seed=5&panel=take-away`;

/** Trains eight batches, so that the run stands in the midst of its second epoch, and waits until that is kept. */
async function trainIntoSecondEpoch(page: Page, lab: LabPage): Promise<void> {
  for (let batch = 1; batch <= 8; batch++) {
    await lab.press('Step');
    await expect(lab.status).toContainText('Paused');
    await expect.poll(() => lab.imagesSeen()).toBe(batch * BATCH);
  }
  await expect.poll(async () => (await kept(page, 'run'))[0]?.checkpoint.trainedBatches).toBe(8);
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It has no answer: the tab is gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test('goes on with a run whose tab has crashed, to the very weights of one that ran through', async ({
  context,
  page,
  lab,
  realData,
}) => {
  await page.goto(`./${RUN}`);
  await lab.ready();
  await trainIntoSecondEpoch(page, lab);
  await crash(page);

  const next = await context.newPage();
  const after = new LabPage(next, realData);
  await next.goto(`./${RUN}`);
  await after.ready();
  await next.getByRole('button', { name: 'Continue from epoch 2, batch 3' }).click();
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
  await page.goto(`./${RUN}`);
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

test('trains a run that two tabs offer in one of them, and lists it in both', async ({
  context,
  page,
  lab,
  realData,
}) => {
  await page.goto(`./${RUN.replace('epochs=3', 'epochs=50')}`);
  await lab.ready();
  await trainIntoSecondEpoch(page, lab);
  await crash(page);

  const ours = new LabPage(await context.newPage(), realData);
  const theirs = new LabPage(await context.newPage(), realData);
  for (const tab of [ours, theirs]) {
    await tab.page.goto(`./${RUN.replace('epochs=3', tab === ours ? 'epochs=50' : 'epochs=4')}`);
    await tab.ready();
  }
  const continues = ({ page: tab }: LabPage) =>
    tab.getByRole('button', { name: 'Continue from epoch 2, batch 3' });
  await expect(continues(theirs)).toBeVisible();
  await ours.page.bringToFront();
  await continues(ours).click();
  await ours.press('Pause');
  await expect(ours.status).toContainText('Paused');

  await theirs.page.bringToFront();
  await continues(theirs).click();
  await expect(theirs.page.getByText('Another tab is training it')).toBeVisible();
  await expect(theirs.page).toHaveURL(/epochs=4\b/);
  await expect(theirs.button('Train')).toBeEnabled();

  await ours.page.bringToFront();
  await ours.press('Stop');
  for (const tab of [ours, theirs]) {
    await tab.page.bringToFront();
    await expect(continues(tab)).toHaveCount(0);
    await tab.openPanel('Runs');
    await expect(tab.region('Runs').getByRole('button', { name: 'Train again: run 1' })).toBeVisible();
  }
});

test('offers a reload where a newer version of the page has taken the place of this one, and keeps the run', async ({
  page,
  lab,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/);
  await page.goto(`./${RUN}`);
  await lab.ready();
  await trainIntoSecondEpoch(page, lab);
  const gone = /assets\/Library-.*\.js/;
  await page.route(gone, (route) => route.fulfill({ status: 404 }));
  await lab.openPanel('Library');
  await expect(page.getByRole('alert')).toContainText('the page was updated meanwhile');
  await page.unroute(gone);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await lab.ready();
  await page.getByRole('button', { name: 'Continue from epoch 2, batch 3' }).click();
  await expect(lab.status).toContainText('Training finished');
  await expect(lab.region('Library').getByRole('button', { name: /^Load / })).toHaveText('In use');
});
