import { expect, test } from './test';

/** Some twenty seconds of work, in many small batches: by the reference, as the fast step would be done at once. */
const LONG_RUN = '?preset=tfjs-examples&backend=wasm&step=reference&train=512&batch=16&epochs=40';

test('shows how far the run is, and at the end what the test images gave', async ({ lab }) => {
  // By the reference, which takes long enough to be seen on its way.
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&step=reference&train=512&batch=32&epochs=4');
  await lab.press('Train');
  const done = async () => Number(await lab.progress.getAttribute('aria-valuenow'));
  await expect.poll(done).toBeGreaterThan(0);
  const early = await done();
  await expect.poll(done).toBeGreaterThan(early);
  await expect(lab.status).toContainText('Training finished', { timeout: 60_000 });
  expect(await done()).toBe(100);
  expect(await lab.testAccuracy()).toBeGreaterThan(80);
});

test('pauses, steps by one batch, resumes and stops', async ({ lab }) => {
  await lab.openWithOwnFiles(LONG_RUN);
  await lab.press('Train');
  await lab.press('Pause');
  await expect(lab.status).toContainText('Paused');
  expect(await lab.commands()).toEqual(['Resume', 'Step', 'Stop']);
  const paused = await lab.imagesSeen();

  await lab.press('Step');
  await expect.poll(() => lab.imagesSeen()).toBe(paused + 16);
  await expect(lab.button('Resume')).toBeEnabled();

  await lab.press('Resume');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(paused + 16);
  expect(await lab.commands()).toEqual(['Pause', 'Stop']);
  await lab.press('Stop');
  await expect(lab.status).toContainText('Stopped after');
  expect(await lab.commands()).toEqual(['Train', 'Step', 'Reset weights']);
});

test('takes one batch by Step without a run', async ({ lab }) => {
  await lab.openWithOwnFiles(LONG_RUN);
  await lab.press('Step');
  await expect.poll(() => lab.imagesSeen()).toBe(16);
  await expect(lab.button('Resume')).toBeEnabled();
});

test('stops within two batches', async ({ lab }) => {
  // Plain JavaScript: a batch takes far longer than the status needs to tell of it.
  const batch = 64;
  await lab.openWithOwnFiles(`?backend=cpu&train=512&batch=${batch}&epochs=20`);
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen(), { timeout: 60_000 }).toBeGreaterThan(0);
  const before = await lab.imagesSeen();
  await lab.press('Stop');
  await expect(lab.button('Train')).toBeEnabled({ timeout: 60_000 });
  expect((await lab.imagesSeen()) - before).toBeLessThanOrEqual(2 * batch);
});

test('forgets what was learnt by Reset weights', async ({ lab }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=256&epochs=1');
  await lab.trainToTheEnd();
  await lab.press('Reset weights');
  await expect(lab.status).not.toContainText('Training finished');
  await expect(lab.button('Train')).toBeEnabled();
});

test('trains to the end after Train and Stop were clicked fast', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm&train=512&batch=16&epochs=8');
  const clicks = await page.evaluate(async () => {
    const enabled = (name: string) =>
      [...document.querySelectorAll('button')].find(
        (button) => button.textContent?.trim() === name && button.getAttribute('aria-disabled') !== 'true',
      );
    const counts = { Train: 0, Stop: 0 };
    for (let i = 0; i < 100; i++) {
      const name = i % 2 === 0 ? 'Train' : 'Stop';
      const button = enabled(name);
      button?.click();
      if (button) counts[name] += 1;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return counts;
  });
  expect(clicks.Train).toBeGreaterThan(1);
  expect(clicks.Stop).toBeGreaterThan(1);
  // Either a run goes on, which ends by itself, or there is none, and Train begins one.
  expect(await lab.trainToTheEnd()).toContain('Training finished');
  expect(await lab.commands()).toEqual(['Train', 'Step', 'Reset weights']);
  await expect(lab.progress).toHaveAttribute('aria-valuenow', '100');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('keeps its settings while others are chosen for the next run', async ({ lab, page }) => {
  await lab.openWithOwnFiles(LONG_RUN);
  const note = page.getByText('Changed settings apply to the next run');
  await lab.press('Train');
  await expect(lab.status).toContainText('of 40');
  await expect(note).toBeHidden();
  const epochs = page.getByRole('textbox', { name: 'Epochs' });
  await epochs.fill('20');
  await epochs.press('Enter');
  await expect(note).toBeVisible();
  const before = await lab.imagesSeen();
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(before);
  await expect(lab.status).toContainText('of 40');
  await lab.press('Stop');
  await expect(lab.status).toContainText('Stopped after');
  await lab.press('Train');
  await expect(lab.status).toContainText('of 20');
  await expect(note).toBeHidden();
  await expect(lab.status).toContainText('Training finished', { timeout: 60_000 });
});

test("keeps the keyboard's place on Stop", async ({ lab }) => {
  await lab.openWithOwnFiles(LONG_RUN);
  await lab.press('Train');
  await expect(lab.button('Stop')).toBeEnabled();
  await lab.button('Stop').press('Enter');
  await expect(lab.status).toContainText('Stopped after');
  await expect(lab.button('Stop')).toBeDisabled();
  await expect(lab.button('Stop')).toBeFocused();
});

test('says where the fast step and its workers do not apply', async ({ lab, page }) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=wasm');
  const [step, workers] = [lab.choice('Train step'), lab.choice('Workers')];
  const fast = step.getByRole('option', { name: 'Fast' });
  await expect(fast).toBeEnabled();
  await expect(workers).toBeEnabled();

  await step.selectOption({ label: 'Reference (tfjs)' });
  await expect(page).toHaveURL(/step=reference/);
  await expect(workers).toBeDisabled();
  await expect(workers).toHaveAccessibleDescription('Only for the train step Fast.');

  await step.selectOption({ label: 'Automatic' });
  await lab.choice('Backend').selectOption({ label: 'CPU' });
  await expect(fast).toBeDisabled();
  await expect(step).toHaveAccessibleDescription('Fast exists on WASM only.');
  await expect(workers).toBeDisabled();
  await expect(workers).toHaveAccessibleDescription(/WASM only/);
});

test('draws the learning rate of the run before it starts, and follows it while it runs', async ({
  lab,
  page,
}) => {
  await lab.openWithOwnFiles(`${LONG_RUN}&lr=0.005`);
  const curve = page.getByRole('img', { name: /^Learning rate over/ });
  await expect(curve).toHaveAccessibleName(
    'Learning rate over 40 epochs: rises from 0.0002 to 0.005 in epoch 12, falls to 0.000002',
  );
  await lab.choice('Schedule').selectOption({ label: 'Constant' });
  await expect(curve).toHaveAccessibleName('Learning rate over 40 epochs: stays at 0.005');
  const dot = curve.locator('path');
  await expect(dot).toHaveCount(0);
  await lab.press('Train');
  const place = () => dot.getAttribute('d');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(0);
  const early = await place();
  await expect.poll(place).not.toBe(early);
  await lab.press('Stop');
  await expect(dot).toHaveCount(0);
});
