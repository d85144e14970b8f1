/** What of a long list is in the page. */
export interface Sight {
  readonly columns: number;
  /** Of all columns, CSS pixels. */
  readonly width: number;
  /** First row. */
  readonly first: number;
  /** Row after the last. */
  readonly end: number;
  /** As many rows as there can be in the page, wherever it is scrolled to. */
  readonly slots: number;
}

/** Rows above and below that are ready before they are scrolled to. */
const SPARE_ROWS = 1;

/** As many as fit, at least one. */
export const columnsWithin = (width: number, minWidth: number): number =>
  Math.max(1, Math.floor(width / minWidth));

/** All lengths in the same unit. */
export function rowsInSight(scrolled: number, height: number, rowHeight: number, rows: number) {
  const first = Math.min(rows, Math.max(0, Math.floor(scrolled / rowHeight) - SPARE_ROWS));
  const end = Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + SPARE_ROWS);
  const slots = Math.ceil(height / rowHeight) + 1 + 2 * SPARE_ROWS;
  return { first, end: Math.max(first, end), slots };
}

interface Grid {
  readonly count: number;
  readonly columns: number;
  /** Items of a screenful. */
  readonly page: number;
}

/** Where a key leads from an item; undefined for other keys. */
export function stepIn(key: string, from: number, { count, columns, page }: Grid): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -page,
    PageDown: page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined) return undefined;
  const to = from + step;
  const jumps = key === 'Home' || key === 'End' || key.startsWith('Page');
  // Up from the first row and down from the last lead nowhere, not to the row's ends.
  if (!jumps && (to < 0 || to >= count)) return from;
  return Math.min(count - 1, Math.max(0, to));
}
