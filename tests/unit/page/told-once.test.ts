import { expect, it } from 'vitest';
import { toldOnce } from '../../../src/page/told-once';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

it('is told in one visit and not in the next', () => {
  const browser = memory();
  const first = toldOnce('a word', () => browser);
  expect(first.wasTold()).toBe(false);
  first.tell();
  expect(toldOnce('a word', () => browser).wasTold()).toBe(true);
  expect(toldOnce('another', () => browser).wasTold()).toBe(false);
});

it('is told in each visit where the browser keeps nothing', () => {
  const refusals = [
    () => undefined,
    () => {
      throw new DOMException('storage is blocked', 'SecurityError');
    },
    () => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('it is full', 'QuotaExceededError');
      },
    }),
  ];
  for (const refusal of refusals) {
    const once = toldOnce('a word', refusal);
    expect(() => once.tell()).not.toThrow();
    expect(once.wasTold()).toBe(false);
  }
});
