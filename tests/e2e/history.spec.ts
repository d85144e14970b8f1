import { kept } from './kept';
import { expect, test } from './test';

/** As many epochs as there can be, by the reference: the test ends the run, not its length. */
const RUN =
  '?dataset=synthetic&preset=tfjs-examples&backend=wasm&step=reference&train=512&batch=16&epochs=100';

test('Back and Forward go through the panels while a run trains on; who leaves the page and comes back goes on with it', async ({
  lab,
  page,
}) => {
  await page.goto(`./${RUN}`);
  await lab.ready();
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(0);
  await lab.openPanel('Learning curves');
  await lab.openPanel('Runs');
  const moreSeen = async () => {
    const before = await lab.imagesSeen();
    await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(before);
  };
  await page.goBack();
  await page.goBack();
  await expect(lab.region('Learning curves')).toBeVisible();
  await moreSeen();
  await page.goForward();
  await moreSeen();

  // As a browser that keeps the whole page for the way back: it stands still, and goes on.
  await page.evaluate(() => {
    for (const type of ['pagehide', 'pageshow']) {
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    }
  });
  await moreSeen();

  // As one that doesn't: what stood at the last epoch or the pause is offered.
  await lab.press('Pause');
  await expect.poll(async () => (await kept(page, 'run')).length).toBe(1);
  await page.goto('about:blank');
  await page.goBack();
  await lab.ready();
  await page.getByRole('button', { name: /^Continue from epoch/ }).click();
  await moreSeen();
  await lab.press('Stop');
  await expect(lab.status).toContainText('Stopped after');
});
