import { hostname } from 'node:os';
import { ownNames } from '../../scripts/vite-hosts';
import { drawWithMouse } from './drawing';
import { expect, test } from './test';

/* As in a class room: the teacher's machine serves the page by plain http, and the others open it by that machine's name. */

const HOST = ownNames(hostname()).find((name) => name.endsWith('.local')) ?? '';
const port = process.env.DIGIT_LAB_PORT ?? '4173';

test.use({
  baseURL: `http://${HOST}:${port}/`,
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1`];
    await use({ ...launchOptions, args });
  },
});

test('a page by http and a machine’s name draws, reads, trains, copies, keeps own digits and looks inside', async ({
  lab,
  page,
}) => {
  await lab.open('?train=2000&epochs=1&backend=wasm');
  const missing = await page.evaluate(() => ({
    isSecureContext,
    clipboard: 'clipboard' in navigator,
    locks: 'locks' in navigator,
    subtle: crypto.subtle !== undefined,
    coalesced: 'getCoalescedEvents' in PointerEvent.prototype,
  }));
  const nothing = { clipboard: false, locks: false, subtle: false, coalesced: false };
  expect(missing).toEqual({ isSecureContext: false, ...nothing });

  // Drawn, and read by the network that comes with the page.
  await drawWithMouse(lab, 7);
  await expect(lab.prediction).toContainText(/^7/);

  // Its own digit.
  const ownDigits = lab.region('Your own digits').getByRole('option');
  await page.getByRole('button', { name: 'Yes, a 7' }).click();
  await lab.openPanel('Your own digits');
  await expect(ownDigits).toHaveCount(1);

  // Trained for an epoch on data whose SHA-256 the browser can't tell.
  await lab.trainToTheEnd();

  // Looked into.
  await lab.openPanel('Activation maps');
  await expect(lab.region('Activation maps').locator('canvas').first()).toBeVisible();

  // Copied.
  await lab.openPanel('Classification report');
  const report = lab.region('Classification report');
  await report.getByRole('button', { name: 'Copy' }).click();
  await expect(report.getByText('Copied.')).toBeVisible();

  // Kept: run, network and digit are there after a reload.
  await page.reload();
  await expect(lab.status).toContainText('Training finished');
  await lab.openPanel('Your own digits');
  await expect(ownDigits).toHaveCount(1);
});
