import type { DataPlace, DataProblem } from '../dataset.ts';
import { type DamagedRows, wrongValue } from './damaged-rows.ts';
import type { TableForm } from './first-row.ts';
import type { GrowingValues } from './growing-values.ts';
import type { TextColumns } from './text-columns.ts';

const [TAB, NEWLINE, RETURN, SPACE, QUOTE, ZERO] = [9, 10, 13, 32, 34, 48];
/** Longer ones are neither numbers nor names. */
const LONGEST_FIELD = 64;

interface TableParserParts {
  readonly form: TableForm;
  /** The number in the file of the first row that is fed, from 1. */
  readonly firstRow: number;
  readonly values: GrowingValues;
  readonly texts: TextColumns;
  readonly damaged: DamagedRows;
  readonly place: DataPlace;
}

/**
 * Numbers in rows of text, as they come. Whole numbers are added up digit by digit, all else goes through `Number`; what
 * is none may be a label. A row with an empty or a wrong field, or of another length, is left out.
 * RFC 4180 without line breaks in quotes, which no number has.
 */
export class TableParser {
  rows = 0;
  private readonly separator: number;
  private column = 0;
  private isQuoted = false;
  /** Of the field: its value while it is nothing but digits. */
  private value = 0;
  private digits = 0;
  /** Its text, a byte a character, once it is more than digits. */
  private text = '';
  /** What is wrong with the row so far. */
  private problem: DataProblem | undefined;

  constructor(private readonly parts: TableParserParts) {
    this.separator = parts.form.separator.charCodeAt(0);
  }

  /** @throws DataError over-limit; csv-value, csv-columns where hardly a row is sound */
  feed(bytes: Uint8Array): void {
    const { separator } = this;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte >= ZERO && byte < ZERO + 10 && this.text === '') {
        this.value = 10 * this.value + byte - ZERO;
        if (++this.digits > LONGEST_FIELD) this.problem ??= this.wrongValue(`${this.value}`);
      } else if (byte === separator && !this.isQuoted) this.endSeparated();
      else if (byte === NEWLINE) this.endRow();
      else if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      else if (byte !== RETURN && (this.text !== '' || (byte !== SPACE && byte !== TAB))) this.addOther(byte);
    }
  }

  /** Of the last row, which may have no end. @throws DataError as `feed` */
  end(): void {
    this.endRow();
  }

  private addOther(byte: number): void {
    if (this.text === '' && this.digits > 0) this.text = `${this.value}`.padStart(this.digits, '0');
    if (this.text.length < LONGEST_FIELD) this.text += String.fromCharCode(byte);
    else this.problem ??= this.wrongValue(this.text);
  }

  /** Of spaces there may be several, at the beginning and the end of a row too. */
  private endSeparated(): void {
    if (this.separator !== SPACE || !this.isEmpty) this.endField();
  }

  private get isEmpty(): boolean {
    return this.text === '' && this.digits === 0;
  }

  private endField(): void {
    const { form, values, texts } = this.parts;
    const value = this.text === '' ? this.value : Number(this.text);
    if (this.isEmpty) this.problem ??= this.wrongValue('');
    else if (this.column < form.columns && !this.problem) {
      if (Number.isFinite(value)) values.add(value);
      else if (texts.put(this.column, this.rows, this.line, decoded(this.text))) values.add(0);
      else this.problem = this.wrongValue(decoded(this.text));
    }
    this.column++;
    this.value = 0;
    this.digits = 0;
    this.text = '';
  }

  private endRow(): void {
    this.isQuoted = false;
    if (this.column === 0 && this.isEmpty) return;
    this.endSeparated();
    const { form, values, texts, damaged, place } = this.parts;
    if (this.column !== form.columns) {
      const [found, wanted] = [`${this.column} (row ${this.line})`, `${form.columns}`];
      this.problem ??= { code: 'csv-columns', ...place, found, wanted };
    }
    if (this.problem) {
      damaged.add(this.line, this.problem);
      damaged.checkSoFar(this.rows);
      values.cut(this.rows * form.columns);
      texts.drop(this.rows);
      this.problem = undefined;
    } else this.rows++;
    this.column = 0;
  }

  /** The number of the row in the file. */
  private get line(): number {
    return this.parts.firstRow + this.rows + this.parts.damaged.count;
  }

  private wrongValue(text: string): DataProblem {
    return wrongValue(text, this.line, this.column, this.parts.place);
  }
}

/** @param text - UTF-8, a byte a character */
const decoded = (text: string): string =>
  new TextDecoder().decode(Uint8Array.from(text, (byte) => byte.charCodeAt(0))).trim();
