import { drawWithMouse } from './drawing';
import type { LabPage } from './lab-page';
import { expect, test } from './test';

const RUN = '?preset=tfjs-examples&backend=wasm&train=512&batch=32&epochs=2&seed=5';

/** Accuracy and loss of the test images, as they are shown. */
const outcome = (sentence: string) => {
  const found = /test accuracy ([\d.]+)\s?%, test loss ([\d.]+)/.exec(sentence);
  if (!found) throw new Error(`no outcome in: ${sentence}`);
  return { accuracy: Number(found[1]), loss: Number(found[2]) };
};

async function expectReference(lab: LabPage): Promise<void> {
  await expect(lab.engine).toContainText('Reference (tfjs)');
  await expect(lab.engine).not.toContainText('Fast');
}

test('says which step trains and on how many workers, and trains alike by both', async ({ lab }) => {
  await lab.openWithOwnFiles(`${RUN}&workers=2`);
  const fast = outcome(await lab.trainToTheEnd());
  await expect(lab.engine).toContainText('Fast');
  await expect(lab.engine).toContainText('2 workers');

  await lab.choice('Workers').selectOption('1');
  await expect(lab.engine).toContainText('From the next run: Workers 1');
  await lab.choice('Train step').selectOption('Reference (tfjs)');
  await expect(lab.engine).toContainText('From the next run: Train step Reference (tfjs)');
  const reference = outcome(await lab.trainToTheEnd());
  await expectReference(lab);
  await expect(lab.engine).not.toContainText('From the next run');
  await expect(lab.region('Engine')).toContainText('Fast: you chose Reference.');
  expect(fast.accuracy).toBeGreaterThan(80);
  expect(Math.abs(fast.accuracy - reference.accuracy)).toBeLessThanOrEqual(1);
  expect(Math.abs(fast.loss - reference.loss)).toBeLessThan(0.01);

  await lab.choice('Train step').selectOption('Fast');
  await lab.choice('Workers').selectOption('2');
  expect(outcome(await lab.trainToTheEnd())).toEqual(fast);
  await expect(lab.engine).toContainText('Fast');
});

test('ends with the same accuracy and loss on one worker and on several', async ({ lab }) => {
  const outcomes: ReturnType<typeof outcome>[] = [];
  for (const workers of [1, 5]) {
    await lab.openWithOwnFiles(`${RUN}&dropout=0.3&workers=${workers}`);
    outcomes.push(outcome(await lab.trainToTheEnd()));
    await expect(lab.engine).toContainText(workers === 1 ? '1 worker' : `${workers} workers`);
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
});

test('trains on WebGPU by kernels of our own, and pauses, looks, reads drawings and stops there', async ({
  lab,
}) => {
  await lab.openWithOwnFiles('?preset=tfjs-examples&backend=webgpu&train=512&batch=64&epochs=100');
  await lab.press('Train');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(0);
  await expect(lab.engine).toContainText('WebGPU');
  await expect(lab.engine).toContainText('Fast');
  await expect(lab.engine).not.toContainText('worker');

  await lab.press('Pause');
  await expect(lab.status).toContainText('Paused');
  const paused = await lab.imagesSeen();
  await drawWithMouse(lab, 3);
  await expect(lab.topThree.getByRole('listitem')).toHaveCount(3);
  await lab.press('Resume');
  await expect.poll(() => lab.imagesSeen()).toBeGreaterThan(paused);
  await lab.button('Clear').click();
  await expect(lab.topThree).toHaveCount(0);
  await drawWithMouse(lab, 7);
  await expect(lab.topThree.getByRole('listitem')).toHaveCount(3);

  await lab.press('Stop');
  await expect(lab.status).toContainText('Stopped after');
  await expect(lab.button('Train')).toBeEnabled();
});
