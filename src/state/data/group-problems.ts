import { type DataProblem, placeName } from '../../data/dataset.ts';

/** One problem for all files that fared alike with a source; `file` then names them all, with what in them is meant. */
export function groupProblems(problems: readonly DataProblem[]): DataProblem[] {
  const alike = new Map<string, DataProblem>();
  for (const problem of problems) {
    const { file: _, field: __, ...rest } = problem;
    const key = JSON.stringify(rest);
    const before = alike.get(key);
    const name = placeName(problem);
    alike.set(key, { ...rest, file: before ? `${before.file}, ${name}` : name });
  }
  return [...alike.values()];
}
