import { type DataPlace, refusal } from '../dataset.ts';
import { malformed } from './malformed.ts';

/** Goes through the values of a column in a group of rows, of which each row has as many. A number is a list of one. */
export class ListRows {
  /** In the file, and of the value in it; both from 0. */
  row: number;
  place: number;

  /** @param first - row of the group in the file */
  constructor(
    private readonly count: number,
    private readonly length: number,
    private readonly first: number,
    private readonly at: DataPlace,
  ) {
    this.row = first - 1;
    this.place = length - 1;
  }

  /** To the next value. @throws DataError csv-columns, Malformed */
  step(isFirst: boolean): void {
    if (!isFirst && this.place === this.length - 1) throw this.wrong(this.length + 1);
    if (!isFirst) {
      this.place++;
      return;
    }
    this.endRow();
    this.row++;
    this.place = 0;
    if (this.row === this.first + this.count) malformed(`more lists than ${this.count} rows`);
  }

  /** Behind the last value. @throws DataError csv-columns, Malformed */
  end(): void {
    this.endRow();
    if (this.row < this.first + this.count - 1) malformed(`fewer lists than ${this.count} rows`);
  }

  private endRow(): void {
    if (this.place < this.length - 1) throw this.wrong(this.place + 1);
  }

  private wrong(found: number): Error {
    return refusal('csv-columns', this.at, {
      found: `${found} (row ${this.row + 1})`,
      wanted: `${this.length}`,
    });
  }
}
