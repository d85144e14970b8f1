/** How the rows of a table are written, by the first of them. */
export interface TableForm {
  readonly separator: ',' | ';' | '\t' | ' ';
  /** Names of the columns; undefined where the first row holds values already. */
  readonly header: readonly string[] | undefined;
  readonly columns: number;
}

const SEPARATORS = [',', ';', '\t'] as const;
const BY_SPACES = /^ *[-+.\de]+( +[-+.\de]+)+ *$/i;
/** Labels that are words, or the name of a file beside one. */
const MOST_WORDS = 2;
/** What the columns of a table without pixels are called. */
const NAMES = /^(labels?|class(es)?|targets?|y|digits?|id|index|(image|file)[ _]?(id|names?)?)$/i;

/**
 * @param row - without its end
 * @param next - the row after it, where there is one
 */
export function formOf(row: string, next = ''): TableForm {
  const plain = row.replace(/^\ufeff/, '').replace(/\r$/, '');
  // Numbers alone, as `np.savetxt` and the USPS digits have them: names may have spaces in them.
  if (BY_SPACES.test(plain)) {
    return { separator: ' ', header: undefined, columns: plain.trim().split(/ +/).length };
  }
  const counts = SEPARATORS.map((separator) => plain.split(separator).length);
  const separator = SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
  const fields = fieldsOf(plain, separator);
  const isHeader = areNames(fields, fieldsOf(next.replace(/\r$/, ''), separator));
  return { separator, header: isHeader ? fields : undefined, columns: fields.length };
}

const fieldsOf = (row: string, separator: string) =>
  row.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
const isWord = (field: string) => field !== '' && !Number.isFinite(Number(field));

function areNames(fields: readonly string[], next: readonly string[]): boolean {
  const words = fields.filter(isWord);
  const numbers = fields.filter((field) => field !== '' && !isWord(field)).map(Number);
  // pandas numbers the columns that have no names.
  const isCounting = numbers.every((number, i) => i === 0 || number === (numbers[i - 1] as number) + 1);
  if (numbers.length > 2 && isCounting) return true;
  if (words.length === 0 || words.length > MOST_WORDS) return words.length > 0;
  if (numbers.length > 2) return false;
  return fields.some((field, i) => NAMES.test(field) || (isWord(field) && !isWord(next[i] ?? '')));
}
