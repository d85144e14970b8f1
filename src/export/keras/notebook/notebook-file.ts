import { z } from 'zod';

/** A cell before it has its number. */
export interface Cell {
  readonly type: 'markdown' | 'code';
  readonly text: string;
  /** Long and of no interest to a reader. */
  readonly folded?: boolean;
}

export const markdown = (text: string): Cell => ({ type: 'markdown', text: text.trim() });
export const code = (...parts: readonly string[]): Cell => ({
  type: 'code',
  text: parts.map((part) => part.trim()).join('\n\n\n'),
});

/**
 * A Jupyter notebook, format 4.5 (nbformat.readthedocs.io).
 * @param about - kept in its metadata
 */
export function notebookFile(cells: readonly Cell[], about: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    {
      cells: cells.map(({ type, text, folded }, i) => ({
        id: `cell-${i + 1}`,
        cell_type: type,
        metadata: folded ? { jupyter: { source_hidden: true } } : {},
        // Every line with its end, but for the last.
        source: text.split(/(?<=\n)/),
        ...(type === 'code' && { execution_count: null, outputs: [] }),
      })),
      metadata: {
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python' },
        ...about,
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    undefined,
    1,
  );
}

const readSchema = z.object({
  cells: z.array(z.object({ source: z.array(z.string()) })),
  metadata: z.record(z.string(), z.unknown()),
});

/** What such a notebook says, and the text of its cells. @throws where it is none */
export function readNotebook(text: string): { metadata: Record<string, unknown>; cells: string[] } {
  const { metadata, cells } = readSchema.parse(JSON.parse(text));
  return { metadata, cells: cells.map(({ source }) => source.join('')) };
}
