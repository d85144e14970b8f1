import { type LabPage, PANEL_TITLES } from '../tests/e2e/lab-page';
import { expect, test } from '../tests/e2e/test';
import { makeIdxFiles } from '../tests/fixtures/make-idx';
import { type LongestTask, longestTask } from './main-thread';
import { saveResults } from './results';

/** How much slower the page's processor is made. */
const RATE = 6;
const WATCH_MS = Number(process.env.DIGIT_LAB_WATCH_MS ?? 10_000);
/** No main-thread task may take more CPU time than this on a processor that is so much slower. */
const LIMIT_MS = 100;
/** A run of minutes. */
const QUERY = '?preset=tfjs-examples&epochs=100&backend=wasm';

test('longest main-thread task on a processor that is six times slower', async ({ lab, page }) => {
  test.slow();
  await openTraining(lab);
  await lab.showEachResult();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
  const rows: ({ panel: string } & LongestTask)[] = [];
  for (const panel of PANEL_TITLES) {
    if (await lab.button('Train').isVisible()) await lab.press('Train');
    await lab.openPanel(panel);
    await lab.showCharts();
    rows.push({ panel, ...(await longestTask(page, () => page.waitForTimeout(WATCH_MS))) });
  }
  const table = rows.map((row) => ({ ...row }));
  console.table(table);
  saveResults(table);
  for (const { panel, cpuMs } of rows) expect.soft(cpuMs, `ms, ${panel}`).toBeLessThanOrEqual(LIMIT_MS);
});

async function openTraining(lab: LabPage): Promise<void> {
  if (lab.realData) await lab.open(QUERY);
  else await lab.openWithOwnFiles(QUERY, makeIdxFiles({ train: 6600, test: 1000 }));
  await lab.press('Train');
  await expect(lab.page.getByText(/after epoch 1/).first()).toBeVisible({ timeout: 120_000 });
}
