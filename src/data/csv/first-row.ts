/** How the rows of a table are written, by the first of them. */
export interface TableForm {
  readonly separator: ',' | ';' | '\t' | ' ';
  /** Names of the columns; undefined where the first row holds values already. */
  readonly header: readonly string[] | undefined;
  readonly columns: number;
}

const SEPARATORS = [',', ';', '\t'] as const;
const BY_SPACES = /^ *[-+.\de]+( +[-+.\de]+)+ *$/i;

/** @param row - without its end */
export function formOf(row: string): TableForm {
  const plain = row.replace(/^\ufeff/, '').replace(/\r$/, '');
  // Numbers alone, as `np.savetxt` and the USPS digits have them: names may have spaces in them.
  if (BY_SPACES.test(plain)) {
    return { separator: ' ', header: undefined, columns: plain.trim().split(/ +/).length };
  }
  const counts = SEPARATORS.map((separator) => plain.split(separator).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  const fields = plain.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
  const isHeader = fields.some((field) => field !== '' && !Number.isFinite(Number(field)));
  return { separator, header: isHeader ? fields : undefined, columns: fields.length };
}
