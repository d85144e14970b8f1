import { DataError, type DataPlace, type DataProblem } from '../dataset.ts';

/** Of the rows of a table so many may be damaged: they are left out. */
export const MOST_DAMAGED = 0.05;
/** So many are enough to see that it is no table of numbers. */
const ENOUGH = 1000;
/** Of more it is only said how many they are. */
const MOST_NAMED = 5;

/** Rows of a table that are left out, as a damaged picture among thousands is. */
export class DamagedRows {
  private readonly lines: number[] = [];
  private first: DataProblem | undefined;

  get count(): number {
    return this.lines.length;
  }

  /** @param line - its number in the file */
  add(line: number, problem: DataProblem): void {
    this.lines.push(line);
    this.first ??= problem;
  }

  /** @param sound - rows so far @throws DataError of the first that is damaged */
  checkSoFar(sound: number): void {
    if (this.count > ENOUGH && this.count > sound) this.refuse();
  }

  /** @param sound - all rows that are kept @throws DataError of the first that is damaged */
  check(sound: number): void {
    if (this.count > MOST_DAMAGED * (this.count + sound)) this.refuse();
  }

  /** How many and which, and what is wrong with the first. */
  get said(): { readonly found: string; readonly first: string } | undefined {
    const { first, lines, count } = this;
    if (!first) return undefined;
    const rest = count > MOST_NAMED ? ' …' : '';
    const columns = first.found?.replace(/^(\d+) \(/, '$1 columns (') ?? '';
    return { found: `${count}: ${lines.slice(0, MOST_NAMED).join(', ')}${rest}`, first: columns };
  }

  private refuse(): void {
    if (this.first) throw new DataError([this.first]);
  }
}

/** @param column - from 0 */
export const wrongValue = (text: string, line: number, column: number, place: DataPlace): DataProblem => ({
  code: 'csv-value',
  ...place,
  found: `“${text}” (row ${line}, column ${column + 1})`,
});
