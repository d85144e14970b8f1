import { NO_REAL_DATA, test } from '../tests/e2e/test';
import { report } from './results';

const SEEDS = [1, 2, 3];

/** The default settings with nothing but the backend and the seed given, each time in a freshly loaded page. */
test('from Train to the test accuracy of the default network', async ({ lab }) => {
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
  report(rows);
  const mean = rows.reduce((sum, { accuracyPercent }) => sum + accuracyPercent, 0) / rows.length;
  const slowest = Math.max(...rows.map(({ seconds }) => seconds));
  console.log(`mean of ${rows.length} seeds ${mean.toFixed(2)} %, the slowest in ${slowest} s`);
});
