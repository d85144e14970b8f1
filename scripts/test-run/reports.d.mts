/** What became of one test. */
export interface TestResult {
  readonly suite: string;
  /** Path from the project's folder. */
  readonly file: string;
  /** Where Playwright says it begins. */
  readonly line?: number;
  /** With those of the groups around it; empty where the whole file failed. */
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  /** First line of what was wrong. */
  readonly problem?: string | undefined;
  /** Why it was skipped. */
  readonly reason?: string;
  /** Of the page where the test failed, with settings and seed. */
  readonly address?: string | undefined;
  /** Files that a failed test left: its screenshot, its trace. */
  readonly left?: readonly string[];
}

export function vitestTests(path: string, suite: string, folder?: string): TestResult[];
export function playwrightTests(path: string, suite: string): TestResult[];
