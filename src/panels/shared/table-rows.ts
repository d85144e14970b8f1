/**
 * What the cells of a table say, row by row, each as wide as it is: a cell over two columns leaves the second empty.
 * @param language - of the page, in which its numbers are written
 */
export const tableRows = (table: HTMLTableElement, language: string): string[][] =>
  [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      plain(cell, language),
      ...new Array<string>(cell.colSpan - 1).fill(''),
    ]),
  );

/** Numbers as a program reads them. Of a cell with several things to press, nothing: these say what they do. */
function plain(cell: HTMLTableCellElement, language: string): string {
  if (cell.querySelectorAll('button').length > 1) return '';
  const text = cell.innerText.replace(/\s+/g, ' ').trim();
  const number = text.replaceAll('−', '-');
  if (language === 'en')
    return /^[+-]?\d+(,\d{3})*(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : text;
  // In Russian and Ukrainian the comma begins the fraction, and thousands stand apart.
  return /^[+-]?\d+( \d{3})*(,\d+)?$/.test(number) ? number.replaceAll(' ', '').replace(',', '.') : text;
}
