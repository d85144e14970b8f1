import { kept } from './kept';
import { expect, test } from './test';

/** Some seconds of work, in small batches. */
const RUN =
  '?dataset=synthetic&preset=tfjs-examples&backend=wasm&step=reference&train=512&batch=16&epochs=100&panel=take-away';

test('a page that breaks down shows a page with Reload, keeps the run and goes on with it', async ({
  page,
  lab,
  complaints,
}) => {
  complaints.expect(/no more numbers/);
  await page.goto(`./${RUN}`);
  await lab.ready();
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(0);
  // What the header writes each moment: it stands outside of all panels.
  await page.evaluate(() => {
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get: () => () => {
        throw new Error('no more numbers');
      },
    });
  });
  const broken = page.getByRole('alert').filter({ hasText: 'The page has broken down' });
  await expect(broken).toContainText('paused and kept in this browser');
  await expect.poll(async () => (await kept(page, 'run')).length).toBe(1);
  await page.getByText('What went wrong').click();
  await expect(page.getByText('no more numbers')).toBeVisible();
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await lab.ready();
  await page.getByRole('button', { name: /^Continue from epoch/ }).click();
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(0);
});
