import type { TestResult } from './reports.d.mts';

export function withTraces(
  tests: TestResult[],
  turn: { say(line: string): void },
  trace: (failed: TestResult[]) => Promise<TestResult[]>,
): Promise<TestResult[]>;
