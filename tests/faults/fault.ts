export interface Fault {
  readonly fault: string;
  /** What a person would want to happen then. */
  readonly wanted: string;
  /** File :: what the test is called in it. */
  readonly tests: readonly string[];
}

export const engine = (file: string, name: string) => `tests/unit/engine/${file}.test.ts :: ${name}`;
export const data = (file: string, name: string) => `tests/unit/data/${file}.test.ts :: ${name}`;
export const state = (file: string, name: string) => `tests/unit/state/${file}.test.ts :: ${name}`;
export const component = (file: string, name: string) => `tests/component/${file}.test.tsx :: ${name}`;
export const e2e = (file: string, name: string) => `tests/e2e/${file}.spec.ts :: ${name}`;
