import type { DataProblem } from '../data/dataset';

/** One problem for all files that fared alike with a source; `file` then names them all. */
export function groupProblems(problems: readonly DataProblem[]): DataProblem[] {
  const alike = new Map<string, DataProblem>();
  for (const problem of problems) {
    const { file: _, ...rest } = problem;
    const key = JSON.stringify(rest);
    const before = alike.get(key);
    alike.set(key, before ? { ...before, file: `${before.file}, ${problem.file}` } : problem);
  }
  return [...alike.values()];
}
