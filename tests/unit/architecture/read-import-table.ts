import type { Allowance } from './import-table';

const HEADING = '## Who may import whom';
const COLUMNS = ['part', 'modules of', 'only types of', 'only the address of', 'packages'];
/** Under each column but the first: the field of an allowance that it fills. */
const FIELDS = ['parts', 'types', 'urls', 'packages'] as const satisfies readonly (keyof Allowance)[];

const cellsOf = (row: string) => row.split('|').slice(1, -1);
const namesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);

/**
 * The import table of src/README.md.
 * @throws Error where it has other columns than it should
 */
export function readImportTable(markdown: string): Record<string, Allowance> {
  const section = markdown.slice(markdown.indexOf(HEADING)).split(/\n## /)[0] ?? '';
  const [header = '', , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
  const columns = cellsOf(header).map((cell) => cell.trim());
  if (columns.join() !== COLUMNS.join()) throw new Error(`the columns are ${columns.join(', ')}`);
  const entries = rows.map((row) => {
    const [part = '', ...cells] = cellsOf(row).map(namesIn);
    const filled = FIELDS.flatMap((field, i) => (cells[i]?.length ? [[field, cells[i]] as const] : []));
    return [part[0] ?? '', Object.fromEntries(filled)] as const;
  });
  return Object.fromEntries(entries);
}
