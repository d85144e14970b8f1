import { expect, test } from './test';

/** Work for a minute, in many small batches: by the reference, as the fast step would be done at once. */
const LONG_RUN = '?preset=tfjs-examples&backend=wasm&step=reference&train=512&batch=16&epochs=100';

test('steps by one batch, resumes, pauses, stops and forgets', async ({ lab }) => {
  await lab.openWithOwnFiles(LONG_RUN);
  // A step without a run begins one.
  await lab.press('Step');
  await expect.poll(() => lab.imagesSeen()).toBe(16);
  await expect(lab.status).toContainText('Paused');
  expect(await lab.commands()).toEqual(['Resume', 'Step', 'Stop']);

  await lab.press('Resume');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(16);
  expect(await lab.commands()).toEqual(['Pause', 'Stop']);
  await lab.press('Pause');
  await expect(lab.status).toContainText('Paused');
  const paused = await lab.imagesSeen();
  await lab.press('Step');
  await expect.poll(() => lab.imagesSeen()).toBe(paused + 16);
  await expect(lab.button('Resume')).toBeEnabled();

  await lab.press('Stop');
  await expect(lab.status).toContainText('Stopped after');
  expect(await lab.commands()).toEqual(['Train', 'Step', 'Reset weights']);
  await lab.press('Reset weights');
  await expect(lab.status).not.toContainText('Stopped after');
  await expect(lab.button('Train')).toBeEnabled();
});

test('stops within two batches', async ({ lab }) => {
  // Plain JavaScript: a batch takes far longer than the status needs to tell of it.
  const batch = 128;
  await lab.openWithOwnFiles(`?preset=tfjs-examples&backend=cpu&train=512&batch=${batch}&epochs=20`);
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen(), { timeout: 60_000 }).toBeGreaterThan(0);
  const before = await lab.stop();
  await expect(lab.button('Train')).toBeEnabled({ timeout: 60_000 });
  expect(before).toBeGreaterThan(0);
  expect((await lab.imagesSeen()) - before).toBeLessThanOrEqual(2 * batch);
});

test('trains to the end after Train and Stop were clicked fast, fifty times', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=512&batch=16&epochs=8');
  await page.evaluate(async () => {
    const enabled = (name: string) =>
      [...document.querySelectorAll('button')].find(
        (button) => button.textContent?.trim() === name && button.getAttribute('aria-disabled') !== 'true',
      );
    const clicks = { Train: 0, Stop: 0 };
    // As soon as one can be clicked, frame by frame.
    while (clicks.Train < 25 || clicks.Stop < 25) {
      for (const name of ['Train', 'Stop'] as const) {
        const button = enabled(name);
        button?.click();
        if (button) clicks[name] += 1;
        await new Promise(requestAnimationFrame);
      }
    }
  });
  // Either a run goes on, which ends by itself, or there is none, and Train begins one.
  expect(await lab.trainToTheEnd()).toContain('Training finished');
  expect(await lab.commands()).toEqual(['Train', 'Step', 'Reset weights']);
  await expect(lab.progress).toHaveAttribute('aria-valuenow', '100');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
