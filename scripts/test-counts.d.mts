export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_COUNTS: Counts;
export function addCounts(a: Counts, b: Counts): Counts;
export function summary(counts: Counts): string;
export function vitestCounts(path: string): Counts;
export function playwrightCounts(path: string): Counts;
export function playwrightSkips(path: string): string[];
