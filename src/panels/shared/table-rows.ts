/** What the cells of a table say, row by row, each as wide as it is: a cell over two columns leaves the second empty. */
export const tableRows = (table: HTMLTableElement): string[][] =>
  [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [plain(cell), ...new Array<string>(cell.colSpan - 1).fill('')]),
  );

/** Numbers as a program reads them. Of a cell with several things to press, nothing: these say what they do. */
function plain(cell: HTMLTableCellElement): string {
  if (cell.querySelectorAll('button').length > 1) return '';
  const text = cell.innerText.replace(/\s+/g, ' ').trim();
  const number = text.replaceAll('−', '-').replaceAll(',', '');
  return /^[+-]?\d+(\.\d+)?$/.test(number) ? number : text;
}
