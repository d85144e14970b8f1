import type { Source } from './sources';

const MOST_LINES = 250;

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** Files that are longer than one idea, as 'file: lines'. */
export const longFiles = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ file, text }) => {
    const lines = linesOf(text);
    return lines > MOST_LINES ? [`${file}: ${lines} lines`] : [];
  });
