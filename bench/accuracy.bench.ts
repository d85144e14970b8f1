import { NO_REAL_DATA, test } from '../tests/e2e/test';
import { report } from './results';

const NETWORK = 'preset=tfjs-examples&backend=wasm';
const RUNS = [
  ...[1, 2, 3].map((seed) => ({ name: '3 epochs of 6,000', query: `train=6000&epochs=3&seed=${seed}` })),
  { name: '1 epoch of 55,000', query: 'train=55000&epochs=1&seed=1' },
];

test('accuracy on the 10,000 test images', async ({ lab }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  const rows: { run: string; query: string; accuracyPercent: number; seconds: number }[] = [];
  for (const { name, query } of RUNS) {
    await lab.open(`?${NETWORK}&${query}`);
    const start = performance.now();
    await lab.trainToTheEnd(15 * 60_000);
    const seconds = Math.round((performance.now() - start) / 1000);
    rows.push({ run: name, query, accuracyPercent: await lab.testAccuracy(), seconds });
  }
  const [first] = RUNS;
  const ofFirst = rows.filter(({ run }) => run === first?.name).map(({ accuracyPercent }) => accuracyPercent);
  const mean = ofFirst.reduce((sum, percent) => sum + percent, 0) / ofFirst.length;
  report(rows);
  console.log(`${first?.name}: mean of ${ofFirst.length} seeds ${mean.toFixed(2)} %`);
});
