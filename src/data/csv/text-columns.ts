/** More different ones are names of files, or the like. */
const MOST_TEXTS = 1000;

interface TextColumn {
  /** Places in the order in which they came first. */
  readonly places: Map<string, number>;
  /** Of each row that holds a text. */
  readonly rows: Map<number, number>;
  /** Row numbers in the file. */
  readonly lines: number[];
  isFree: boolean;
}

/** Words where labels may be: in the columns that are left over beside a square of pixels. */
export class TextColumns {
  private readonly columns = new Map<number, TextColumn>();
  private readonly may: ReadonlySet<number>;

  constructor(count: number) {
    const over = count > 2 ? count - Math.floor(Math.sqrt(count - 1)) ** 2 : 2;
    this.may = new Set(over === 1 ? [0, count - 1] : over === 2 ? [0, 1, count - 1] : []);
  }

  /** @returns whether it may stand there */
  put(column: number, row: number, line: number, text: string): boolean {
    if (!this.may.has(column)) return false;
    const own = this.columns.get(column) ?? newColumn();
    this.columns.set(column, own);
    if (own.isFree) return true;
    const place = own.places.get(text) ?? own.places.size;
    own.places.set(text, place);
    own.rows.set(row, place);
    own.lines.push(line);
    own.isFree = own.places.size > MOST_TEXTS;
    return true;
  }

  /** The row is left out: the next one takes its place. */
  drop(row: number): void {
    for (const { rows, lines } of this.columns.values()) if (rows.delete(row)) lines.pop();
  }

  /** Rows in which a word stands in a column of numbers, for it is in few of them: they are damaged. */
  strays(rows: number, mostDamaged: number): readonly Stray[] {
    return [...this.columns].flatMap(([column, own]) => {
      if (own.isFree || own.rows.size > mostDamaged * rows) return [];
      this.columns.delete(column);
      const texts = [...own.places.keys()];
      return [...own.rows].map(([row, place], i) => ({
        row,
        column,
        line: own.lines[i] as number,
        text: texts[place] as string,
      }));
    });
  }

  /**
   * Of each column with words the text of each row; none of one that holds too many different ones.
   * @param numberAt - in a row and a column
   */
  texts(rows: readonly number[], numberAt: (row: number, column: number) => number) {
    return new Map(
      [...this.columns].map(([column, own]): [number, readonly string[]] => {
        const texts = [...own.places.keys()];
        const textAt = (row: number) => {
          const place = own.rows.get(row);
          return place === undefined ? `${numberAt(row, column)}` : (texts[place] as string);
        };
        return [column, own.isFree ? [] : rows.map(textAt)];
      }),
    );
  }
}

/** A word where numbers stand else. */
interface Stray {
  readonly row: number;
  readonly column: number;
  /** Its number in the file. */
  readonly line: number;
  readonly text: string;
}

const newColumn = (): TextColumn => ({ places: new Map(), rows: new Map(), lines: [], isFree: false });
