import { expect, it } from 'vitest';
import { MortalCalls } from '../../../src/engine-client/mortal-calls';

const never = () => new Promise<never>(() => {});

it('passes on what is answered, well or not', async () => {
  const calls = new MortalCalls();
  expect(await calls.call(Promise.resolve(3))).toBe(3);
  await expect(calls.call(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});

it('fails all that waits when it dies, and all that is asked later', async () => {
  const calls = new MortalCalls();
  const waiting = [calls.call(never()), calls.call(never())];
  expect(calls.die(new Error('out of memory'))).toBe(true);
  for (const one of waiting) await expect(one).rejects.toThrow('out of memory');
  await expect(calls.call(Promise.resolve(3))).rejects.toThrow('out of memory');
});

it('dies once', () => {
  const calls = new MortalCalls();
  calls.die(new Error('the first'));
  expect(calls.die(new Error('the second'))).toBe(false);
});
