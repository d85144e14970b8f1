import { beforeEach, expect, it } from 'vitest';
import { Submissions } from '../../../../../src/engine/train-step/webgpu/submissions';

let time: number;
let submissions: Submissions;
beforeEach(() => {
  time = 0;
  submissions = new Submissions(32, () => time);
});

/** A submission that ends when the function is called. */
function submit(steps: number): () => Promise<void> {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  submissions.add(steps, done);
  return async () => {
    end();
    await done;
    // What is learnt from it comes after it.
    await Promise.resolve();
  };
}

/** One after the other, each of as many steps as are wanted. */
async function work(msAStep: number, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const steps = submissions.stepsAtOnce;
    const end = submit(steps);
    time += msAStep * steps;
    await end();
  }
}

it('begins with one step, so that a run is seen to move at once', () => {
  expect(submissions.stepsAtOnce).toBe(1);
});

it('puts more steps into one the quicker they are, and never more than there is room for', async () => {
  await work(5, 10);
  expect(submissions.stepsAtOnce).toBeGreaterThanOrEqual(4);
  expect(submissions.stepsAtOnce).toBeLessThanOrEqual(8);
  await work(0.01, 10);
  expect(submissions.stepsAtOnce).toBe(32);
});

it('goes back to single steps where they have become slow', async () => {
  await work(0.1, 10);
  await work(100, 10);
  expect(submissions.stepsAtOnce).toBe(1);
});

it('keeps to single steps on a device where one takes long: a stop is two batches away', async () => {
  await work(150, 10);
  expect(submissions.stepsAtOnce).toBe(1);
});

it('is not taken in by two slow ones that are told of together', async () => {
  for (let i = 0; i < 10; i++) {
    const [first, second] = [submit(1), submit(1)];
    time += 2000;
    await first();
    await second();
  }
  expect(submissions.stepsAtOnce).toBe(1);
});

it('has room for another while only one is under way', async () => {
  const ended: string[] = [];
  const first = submit(1);
  await submissions.room();
  const second = submit(1);
  const room = submissions.room().then(() => ended.push('room'));
  await Promise.resolve();
  expect(ended).toEqual([]);
  await first();
  await room;
  expect(ended).toEqual(['room']);
  await second();
  await submissions.finished();
});

it('tells whoever waits of a failure', async () => {
  submissions.add(1, Promise.reject(new Error('device lost')));
  await expect(submissions.finished()).rejects.toThrow('device lost');
});
