import { type DataPlace, refusal } from '../dataset.ts';
import type { TableForm } from './first-row.ts';
import type { GrowingValues } from './growing-values.ts';

const [TAB, NEWLINE, RETURN, SPACE, QUOTE, ZERO] = [9, 10, 13, 32, 34, 48];
/** Longer ones are no numbers. */
const LONGEST_FIELD = 64;

/**
 * Numbers in rows of text, as they come. Whole numbers are added up digit by digit, all else goes through `Number`.
 * RFC 4180 without line breaks in quotes, which no number has.
 */
export class TableParser {
  rows = 0;
  private readonly separator: number;
  private column = 0;
  /** Of the field: its value while it is nothing but digits. */
  private value = 0;
  private digits = 0;
  /** Its text, once it is more than digits. */
  private text = '';

  /** @param firstRow - the number in the file of the first row that is fed, from 1 */
  constructor(
    private readonly form: TableForm,
    private readonly firstRow: number,
    private readonly values: GrowingValues,
    private readonly place: DataPlace,
  ) {
    this.separator = form.separator.charCodeAt(0);
  }

  /** @throws DataError csv-value, csv-columns, over-limit */
  feed(bytes: Uint8Array): void {
    const { separator } = this;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte >= ZERO && byte < ZERO + 10 && this.text === '') {
        this.value = 10 * this.value + byte - ZERO;
        if (++this.digits > LONGEST_FIELD) throw this.wrongValue(`${this.value}`);
      } else if (byte === separator) this.endSeparated();
      else if (byte === NEWLINE) this.endRow();
      else if (byte !== RETURN && byte !== SPACE && byte !== QUOTE && byte !== TAB) this.addOther(byte);
    }
  }

  /** Of the last row, which may have no end. @throws DataError as `feed` */
  end(): void {
    this.endRow();
  }

  private addOther(byte: number): void {
    if (this.text === '' && this.digits > 0) this.text = `${this.value}`.padStart(this.digits, '0');
    this.text += String.fromCharCode(byte);
    if (this.text.length > LONGEST_FIELD) throw this.wrongValue(this.text);
  }

  /** Of spaces there may be several, at the beginning and the end of a row too. */
  private endSeparated(): void {
    if (this.separator !== SPACE || !this.isEmpty) this.endField();
  }

  private get isEmpty(): boolean {
    return this.text === '' && this.digits === 0;
  }

  private endField(): void {
    const value = this.text === '' ? this.value : Number(this.text);
    if (this.isEmpty || !Number.isFinite(value)) throw this.wrongValue(this.text);
    this.values.add(value);
    this.column++;
    this.value = 0;
    this.digits = 0;
    this.text = '';
  }

  private endRow(): void {
    if (this.column === 0 && this.isEmpty) return;
    this.endSeparated();
    if (this.column !== this.form.columns) {
      throw refusal('csv-columns', this.place, {
        found: `${this.column} (row ${this.firstRow + this.rows})`,
        wanted: `${this.form.columns}`,
      });
    }
    this.column = 0;
    this.rows++;
  }

  private wrongValue(text: string): Error {
    const found = `“${text}” (row ${this.firstRow + this.rows}, column ${this.column + 1})`;
    return refusal('csv-value', this.place, { found });
  }
}
