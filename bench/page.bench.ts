import { drawWithMouse } from '../tests/e2e/drawing';
import type { LabPage } from '../tests/e2e/lab-page';
import { expect, test } from '../tests/e2e/test';
import { makeIdxFiles } from '../tests/fixtures/make-idx';
import { type LongestTask, longestTask } from './main-thread';
import { report } from './results';

const WATCH_MS = 15_000;
/** So many epochs that the run outlasts the measurement. */
const ENDLESS = 'epochs=100&backend=wasm';

/** No main-thread task may take more CPU time than this while the page trains, once each chart has been shown. */
const LIMIT_MS = 50;

test('longest main-thread task, and batches until Stop', async ({ lab, page }) => {
  const rest = () => page.waitForTimeout(WATCH_MS);
  if (lab.realData) await lab.open(`?preset=tfjs-examples&train=6000&${ENDLESS}`);
  else
    await lab.openWithOwnFiles(`?preset=tfjs-examples&${ENDLESS}`, makeIdxFiles({ train: 6600, test: 1000 }));

  const tasks: ({ state: string } & LongestTask)[] = [];
  const watch = async (state: string, work: () => Promise<void>) =>
    tasks.push({ state, ...(await longestTask(page, work)) });

  await lab.press('Train');
  // The first validation draws the matrix, the last chart to be shown.
  await expect(page.getByText(/after epoch 1/).first()).toBeVisible({ timeout: 120_000 });
  await lab.showEachResult();
  await watch('training', rest);
  await watch('training, drawing', async () => {
    for (let digit = 0; digit < 10; digit++) {
      await drawWithMouse(lab, digit);
      await lab.button('Predict').click();
      await lab.button('Clear').click();
    }
  });
  await watch('training, changing results', async () => {
    for (let round = 0; round < 3; round++) await lab.showEachResult();
  });
  await watch('stopping', () => lab.press('Stop'));
  const batches = await batchesUntilStopped(lab);
  report([...tasks.map((task) => ({ ...task })), { state: 'from Stop to the end of the run', batches }]);
  for (const { state, cpuMs } of tasks) expect.soft(cpuMs, `ms, ${state}`).toBeLessThanOrEqual(LIMIT_MS);
  expect.soft(batches, 'batches until Stop').toBeLessThanOrEqual(2);
});

/** On plain JavaScript, where a batch takes far longer than the status needs to tell of it. */
async function batchesUntilStopped(lab: LabPage): Promise<number> {
  const batch = 64;
  await lab.openWithOwnFiles(`?backend=cpu&batch=${batch}&epochs=100`);
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen(), { timeout: 120_000 }).toBeGreaterThan(0);
  const before = await lab.imagesSeen();
  await lab.press('Stop');
  await expect(lab.button('Train')).toBeEnabled({ timeout: 120_000 });
  return ((await lab.imagesSeen()) - before) / batch;
}
