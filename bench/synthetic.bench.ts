import { expect, NO_REAL_DATA, test } from '../tests/e2e/test';
import { saveResults } from './results';

const SEEDS = [1, 2, 3];
/** Each epoch is of 55,000 digits that were never seen before. */
const EPOCHS = 10;

/**
 * The default network trained on Realistic synthetic digits and nothing else; then MNIST takes their place, and its test
 * images are read once.
 */
test('MNIST, read by a network that has seen drawn digits only', async ({ lab }) => {
  test.skip(!lab.realData, NO_REAL_DATA);
  const runs: number[] = [];
  for (const seed of SEEDS) {
    await lab.page.goto('about:blank');
    await lab.open(`?dataset=synthetic&backend=wasm&epochs=${EPOCHS}&seed=${seed}`);
    const start = performance.now();
    await lab.trainToTheEnd(10 * 60_000);
    const seconds = (performance.now() - start) / 1000;
    const own = await lab.testAccuracy();
    const onMnist = await lab.testAccuracyOn('MNIST');
    runs.push(onMnist / 100);
    console.log(
      `seed ${seed}: ${onMnist.toFixed(2)} % of MNIST's test images, ${own.toFixed(2)} % of the drawn ones, ${seconds.toFixed(0)} s`,
    );
  }
  const mean = runs.reduce((sum, accuracy) => sum + accuracy, 0) / runs.length;
  console.log(`mean of ${runs.length} seeds ${(100 * mean).toFixed(2)} %`);
  saveResults({ mnistTestAccuracy: { mean, runs } });
  expect.soft(mean, 'accuracy on MNIST').toBeGreaterThanOrEqual(0.95);
});
