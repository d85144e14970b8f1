import type { TestResult } from './reports.d.mts';
import type { Counts } from './summary.d.mts';

export function runRows(
  rows: readonly (readonly (string | readonly string[])[])[],
  argsOf: (suite: string) => string[],
  options?: { readonly goesOn?: boolean },
): Promise<
  {
    readonly name: string;
    readonly ok: boolean;
    readonly tests: readonly TestResult[];
    readonly counts: Counts;
    readonly ms: number;
  }[]
>;
