import type { TestResult } from './reports.d.mts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_COUNTS: Counts;
export function countsOf(tests: readonly TestResult[]): Counts;
export function addCounts(a: Counts, b: Counts): Counts;
export function sentence(counts: Counts): string;
export function duration(ms: number): string;
export function slowest(tests: readonly TestResult[], count?: number): string[];
export function skips(tests: readonly TestResult[]): string[];
export function rerunLine(test: TestResult): string;
export function failures(tests: readonly TestResult[]): string[];
export function table(rows: readonly (readonly (string | number)[])[]): string[];
