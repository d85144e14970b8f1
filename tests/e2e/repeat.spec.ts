import { expect, test } from './test';

const SHORT_RUN = '?preset=tfjs-examples&backend=wasm&train=256&batch=32&epochs=1';

/** What was learnt, without what depends on the machine's speed. */
const lossAndAccuracy = (sentence: string) => sentence.match(/\d+\.\d+( %)?/g)?.slice(0, 2);

test('gives the same result for the same seed and another for another seed', async ({ lab }) => {
  await lab.openWithOwnFiles(`${SHORT_RUN}&seed=7`);
  const first = lossAndAccuracy(await lab.trainToTheEnd());
  await lab.openWithOwnFiles(`${SHORT_RUN}&seed=7`);
  const again = lossAndAccuracy(await lab.trainToTheEnd());
  await lab.openWithOwnFiles(`${SHORT_RUN}&seed=8`);
  const other = lossAndAccuracy(await lab.trainToTheEnd());
  expect(first).toHaveLength(2);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test('holds as many tensors after five runs as after one', async ({ lab }) => {
  // By the reference: the fast step has no tensors that could be left behind.
  await lab.openWithOwnFiles(`${SHORT_RUN}&step=reference`);
  const after: number[] = [];
  for (let run = 1; run <= 5; run++) {
    await lab.trainToTheEnd();
    after.push(await lab.readout('Tensors'));
  }
  expect(after[0]).toBeGreaterThan(0);
  expect(new Set(after).size, `live tensors after each run: ${after.join(' ')}`).toBe(1);
});
