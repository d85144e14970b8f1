import { afterEach, expect, it, vi } from 'vitest';
import { startThread, tellOfThreads } from '../../../src/engine/start-thread';

afterEach(() => tellOfThreads(() => {}));

it('tells that a thread is awaited before it asks for it, and that it is not when it has come or was refused', () => {
  const tell = vi.fn();
  tellOfThreads(tell);
  const told = () => tell.mock.calls.map(([{ isAwaited }]) => isAwaited);
  const thread = {} as Worker;
  const started = startThread(() => {
    expect(told()).toEqual([true]);
    return thread;
  });
  expect(started).toBe(thread);
  expect(told()).toEqual([true, false]);
  const refuse = () => {
    throw new Error('no more threads');
  };
  expect(() => startThread(refuse)).toThrow('no more threads');
  expect(told()).toEqual([true, false, true, false]);
});
