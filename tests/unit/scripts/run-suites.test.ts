import { expect, it, vi } from 'vitest';
import { runRows } from '../../../scripts/test-run/run-suites.mjs';
import { SUITES } from '../../../scripts/test-run/suites.mjs';
import { eventually } from '../../fixtures/eventually';

/** Suites that are well once they are told so. */
function suites(...names: string[]) {
  const begun: string[] = [];
  const end: Record<string, (ok: boolean) => void> = {};
  for (const name of names) {
    SUITES[name] = () =>
      new Promise((resolve) => {
        begun.push(name);
        end[name] = (ok) => resolve({ ok });
      });
  }
  return { begun, end };
}
const none = () => [];
const namesOf = (results: { name: string }[]) => results.map(({ name }) => name);

it('runs lanes side by side, the suites of a lane one after the other, and rows in turn', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { begun, end } = suites('a', 'b', 'c', 'd');
  const results = runRows([[['a', 'b'], 'c'], ['d']], none);
  await eventually(() => expect(begun).toEqual(['a', 'c']));
  end.a?.(true);
  await eventually(() => expect(begun).toEqual(['a', 'c', 'b']));
  end.b?.(true);
  end.c?.(true);
  await eventually(() => expect(begun).toEqual(['a', 'c', 'b', 'd']));
  end.d?.(true);
  expect(namesOf(await results)).toEqual(['a', 'b', 'c', 'd']);
});

it('begins nothing in the lane or the row after one that failed, and lets those beside it end', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { begun, end } = suites('a', 'b', 'c', 'd');
  const results = runRows([[['a', 'b'], 'c'], ['d']], none);
  await eventually(() => expect(begun).toEqual(['a', 'c']));
  end.a?.(false);
  end.c?.(true);
  expect(namesOf(await results)).toEqual(['a', 'c']);
  expect(begun).toEqual(['a', 'c']);
});
