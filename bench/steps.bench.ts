import { NO_REAL_DATA, test } from '../tests/e2e/test';
import { report } from './results';

const NETWORK = 'preset=tfjs-examples&backend=wasm&train=55000&epochs=1';
const SEEDS = [1, 2, 3];
const STEPS = ['fast', 'reference'];

test('test accuracy of both train steps after an epoch', async ({ lab }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  const rows: { seed: number; step: string; accuracyPercent: number; seconds: number }[] = [];
  for (const seed of SEEDS) {
    for (const step of STEPS) {
      await lab.open(`?${NETWORK}&seed=${seed}&step=${step}`);
      const start = performance.now();
      await lab.trainToTheEnd(15 * 60_000);
      const seconds = Math.round((performance.now() - start) / 100) / 10;
      rows.push({ seed, step, accuracyPercent: await lab.testAccuracy(), seconds });
    }
  }
  report(rows);
  for (const step of STEPS) {
    const of = rows.filter((row) => row.step === step).map(({ accuracyPercent }) => accuracyPercent);
    const mean = of.reduce((sum, percent) => sum + percent, 0) / of.length;
    console.log(`${step}: mean of ${of.length} seeds ${mean.toFixed(2)} %`);
  }
});
