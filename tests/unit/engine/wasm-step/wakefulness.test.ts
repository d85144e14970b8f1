import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Wakefulness } from '../../../../src/engine/train-step/wasm/wakefulness';

/** Tasks that were put off, oldest first. */
let tasks: (() => void)[];

beforeEach(() => {
  tasks = [];
  vi.useFakeTimers();
  const postTask = async (task: () => void) => void tasks.push(task);
  vi.stubGlobal('scheduler', { postTask });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const runNext = () => tasks.shift()?.();

test('puts off one task after another until the message has come', () => {
  const wakefulness = new Wakefulness();
  wakefulness.begin();
  runNext();
  runNext();
  expect(tasks).toHaveLength(1);
  wakefulness.end();
  runNext();
  expect(tasks).toEqual([]);
});

test('leaves the processor to others when the message does not come', () => {
  const wakefulness = new Wakefulness();
  wakefulness.begin();
  vi.advanceTimersByTime(1);
  runNext();
  expect(tasks).toEqual([]);
});

test('has one task at a time, however many waits follow each other', () => {
  const wakefulness = new Wakefulness();
  for (let wait = 0; wait < 100; wait++) {
    wakefulness.begin();
    wakefulness.end();
  }
  wakefulness.begin();
  expect(tasks).toHaveLength(1);
  runNext();
  expect(tasks).toHaveLength(1);
});

test('lets a thread sleep where tasks have no priorities', () => {
  vi.stubGlobal('scheduler', undefined);
  expect(() => new Wakefulness().begin()).not.toThrow();
  expect(tasks).toEqual([]);
});
