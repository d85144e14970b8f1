import type { DataProblem } from '../src/data/dataset.ts';
import english from '../src/locales/en.json' with { type: 'json' };

/** For the terminal, in the words of the page. */
export function problemSentence(problem: DataProblem): string {
  const values: Record<string, string | undefined> = { ...problem };
  return english.data.problems[problem.code].replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => values[name] ?? '',
  );
}

/** One sentence for all files that fared alike with a source. */
export function problemSentences(problems: readonly DataProblem[]): string[] {
  const alike = new Map<string, DataProblem>();
  for (const problem of problems) {
    const { file: _, ...rest } = problem;
    const key = JSON.stringify(rest);
    const before = alike.get(key);
    alike.set(key, before ? { ...before, file: `${before.file}, ${problem.file}` } : problem);
  }
  return [...alike.values()].map(problemSentence);
}
