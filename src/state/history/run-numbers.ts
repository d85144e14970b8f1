import type { RunRecord } from './run-record';

/**
 * Runs in the order of their numbers, of which none stands twice: of two that two tabs have given the same number, the one
 * that began later gets the next that is free. Every tab comes to the same.
 */
export function withOwnNumbers(runs: readonly RunRecord[]): readonly RunRecord[] {
  const inOrder = runs.toSorted(
    (a, b) => a.number - b.number || a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
  );
  let last = inOrder.at(-1)?.number ?? 0;
  const isRepeated = inOrder.map(({ number }, i) => inOrder[i - 1]?.number === number);
  const own = inOrder.map((run, i) => {
    if (!isRepeated[i]) return run;
    last += 1;
    return { ...run, number: last };
  });
  return own.toSorted((a, b) => a.number - b.number);
}
