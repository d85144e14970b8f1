import { expect, it } from 'vitest';
import { Cancelled, LatestTask } from '../../../src/engine/latest-task';

it('aborts a task when the next one begins', () => {
  const tasks = new LatestTask();
  const first = tasks.begin();
  const second = tasks.begin();
  expect(() => first.throwIfAborted()).toThrow(Cancelled);
  expect(second.aborted).toBe(false);
  expect([tasks.isLast(first), tasks.isLast(second)]).toEqual([false, true]);
});

it('knows a cancelled task as the last one until another begins', () => {
  const tasks = new LatestTask();
  const task = tasks.begin();
  tasks.cancel();
  expect(() => task.throwIfAborted()).toThrow(Cancelled);
  expect(tasks.isLast(task)).toBe(true);
  tasks.begin();
  expect(tasks.isLast(task)).toBe(false);
});
