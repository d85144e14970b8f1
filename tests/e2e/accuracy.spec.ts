import { expect, NO_REAL_DATA, test } from './test';

test('reads 94 % of the test images after three epochs of 6,000', async ({ lab, realData }) => {
  test.skip(!realData, NO_REAL_DATA);
  await lab.open('?train=6000&epochs=3&preset=tfjs-examples&backend=wasm');
  await lab.trainToTheEnd();
  expect(await lab.testAccuracy()).toBeGreaterThanOrEqual(94);
});
