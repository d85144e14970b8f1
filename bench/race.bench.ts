import { expect, NO_REAL_DATA, test } from '../tests/e2e/test';
import { saveResults } from './results';
import { median } from './speed/median';

const SEEDS = [1, 2, 3, 4, 5];
const GOAL_PERCENT = 99;
const LIMIT_SECONDS = 10;

/** The default settings with nothing but the backend and the seed given, each time in a freshly loaded page. */
test('from Train to 99 % of the test images, shown', async ({ lab }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  const rows: { seed: number; seconds: number; accuracyPercent: number }[] = [];
  for (const seed of SEEDS) {
    await lab.page.goto('about:blank');
    await lab.open(`?backend=wasm&seed=${seed}`);
    const start = performance.now();
    await lab.trainToTheEnd(5 * 60_000);
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    rows.push({ seed, seconds, accuracyPercent: await lab.testAccuracy() });
  }
  console.table(rows);
  // A run that ends below has not got there.
  const got = rows.map(({ seconds, accuracyPercent }) =>
    accuracyPercent >= GOAL_PERCENT ? seconds : Number.POSITIVE_INFINITY,
  );
  const seconds = median(got);
  const mean = rows.reduce((sum, { accuracyPercent }) => sum + accuracyPercent, 0) / rows.length;
  console.log(`to ${GOAL_PERCENT} %: median ${seconds} s; mean of ${rows.length} seeds ${mean.toFixed(2)} %`);
  saveResults({ medianSeconds: Number.isFinite(seconds) ? seconds : null, runs: rows });
  expect.soft(seconds, `seconds to ${GOAL_PERCENT} %`).toBeLessThanOrEqual(LIMIT_SECONDS);
});
