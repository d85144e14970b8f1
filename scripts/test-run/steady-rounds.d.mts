import type { Counts } from './summary.d.mts';

type Round = <Result>(work: () => Promise<Result>) => Promise<Result>;

export const ROUNDS: Readonly<Record<'plain' | 'busy' | 'throttled', Round>>;
export function steadyPlan(words: readonly string[]): { rounds: string[]; suites: string[]; args: string[] };
export function roundRows(
  rounds: readonly {
    readonly round: string;
    readonly results: readonly { readonly name: string; readonly counts: Counts; readonly ms: number }[];
  }[],
): (string | number)[][];
