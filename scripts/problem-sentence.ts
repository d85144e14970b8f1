import type { DataProblem } from '../src/data/dataset.ts';
import english from '../src/locales/en.json' with { type: 'json' };
import { groupProblems } from '../src/state/data/group-problems.ts';

/** For the terminal, in the words of the page. */
export function problemSentence(problem: DataProblem): string {
  const values: Record<string, string | undefined> = { ...problem };
  return english.data.problems[problem.code].replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => values[name] ?? '',
  );
}

/** One sentence for all files that fared alike with a source. */
export const problemSentences = (problems: readonly DataProblem[]): string[] =>
  groupProblems(problems).map(problemSentence);
