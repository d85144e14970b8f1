import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AddressWriter } from '../../../src/page/address-writer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As Safari's: it throws from the 101st change within 30 seconds on. */
function safari() {
  const changes: { readonly at: number; readonly address: string; readonly isStep: boolean }[] = [];
  let refused = 0;
  const change = (isStep: boolean) => (_data: unknown, _title: string, address?: string | URL | null) => {
    const recent = changes.filter(({ at }) => at > Date.now() - 30_000);
    if (recent.length >= 100) {
      refused += 1;
      throw new DOMException('Attempt to use history.replaceState() more than 100 times', 'SecurityError');
    }
    changes.push({ at: Date.now(), address: String(address), isStep });
  };
  return {
    changes,
    refused: () => refused,
    history: { replaceState: change(false), pushState: change(true) },
  };
}

const writerOn = (history: ReturnType<typeof safari>['history']) => new AddressWriter(history, Date.now);

it('writes a slider that is drawn for a minute a few times a second, never refused, and its end', () => {
  const { history, changes, refused } = safari();
  const writer = writerOn(history);
  for (let step = 0; step < 3600; step++) {
    writer.write(`?lr=${step}`, false);
    vi.advanceTimersByTime(1000 / 60);
  }
  vi.advanceTimersByTime(1000);
  expect(refused()).toBe(0);
  expect(changes.length).toBeGreaterThan(60);
  expect(changes.length).toBeLessThan(60 * 3);
  expect(changes.at(-1)?.address).toBe('?lr=3599');
});

it('writes what comes now and then at once', () => {
  const { history, changes } = safari();
  const writer = writerOn(history);
  for (const address of ['?a', '?b', '?c']) writer.write(address, true);
  expect(changes.map(({ address }) => address)).toEqual(['?a', '?b', '?c']);
  expect(changes.every(({ isStep }) => isStep)).toBe(true);
});

it('tries again where the browser refuses, until it does not, with the address of then', () => {
  const { history, changes, refused } = safari();
  // Some other part of the page has used them up.
  for (let i = 0; i < 100; i++) history.replaceState(null, '', '');
  const writer = writerOn(history);
  expect(() => writer.write('?lr=1', false)).not.toThrow();
  writer.write('?lr=2', true);
  vi.advanceTimersByTime(29_000);
  expect(refused()).toBeGreaterThan(0);
  expect(changes).toHaveLength(100);
  vi.advanceTimersByTime(2_000);
  expect(changes.slice(100)).toMatchObject([{ address: '?lr=2', isStep: true }]);
});

it('writes twenty steps at once, so that Back leads to the one before, and makes one of those that come faster', () => {
  const { history, changes, refused } = safari();
  const writer = writerOn(history);
  for (let i = 0; i < 30; i++) writer.write(`?image=${i}`, true);
  const atOnce = Array.from({ length: 20 }, (_, i) => `?image=${i}`);
  expect(changes.map(({ address }) => address)).toEqual(atOnce);
  vi.advanceTimersByTime(1000);
  expect(changes.map(({ address }) => address)).toEqual([...atOnce, '?image=29']);
  for (let i = 0; i < 3600; i++) {
    writer.write(`?image=${i}`, true);
    vi.advanceTimersByTime(1000 / 60);
  }
  expect(refused()).toBe(0);
});

it('does not let a step wait for a change that waits', () => {
  const { history, changes } = safari();
  const writer = writerOn(history);
  for (let i = 0; i < 10; i++) writer.write(`?lr=${i}`, false);
  writer.write('?image=1', true);
  expect(changes.at(-1)).toMatchObject({ address: '?image=1', isStep: true });
});

it('writes what waits when the page goes, and nothing after the browser has gone elsewhere', () => {
  const { history, changes } = safari();
  const writer = writerOn(history);
  const fill = () => ['?a', '?b', '?c', '?d'].forEach((address) => void writer.write(address, false));
  fill();
  writer.finish();
  expect(changes.map(({ address }) => address)).toEqual(['?a', '?b', '?c', '?d']);
  fill();
  writer.forget();
  const before = changes.length;
  vi.advanceTimersByTime(5000);
  expect(changes).toHaveLength(before);
});
