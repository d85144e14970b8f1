/** What a chart draws, as rows: x, then the value of each series there, undefined where it has none. */
export interface ChartRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | undefined)[])[];
  /** Rows there would be, were none left out. */
  readonly all: number;
}

interface ChartSeries {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** More than anybody reads through; a run has thousands of batches. */
const MOST_ROWS = 100;

/** Every x of any series once, in order; of too many the first, the last and those evenly between. */
export function chartRows(xName: string, series: readonly ChartSeries[]): ChartRows {
  const byX = new Map<number, (number | undefined)[]>();
  for (const [s, { x, y }] of series.entries()) {
    for (const [i, at] of x.entries()) {
      const row = byX.get(at) ?? [at];
      row[s + 1] = y[i];
      byX.set(at, row);
    }
  }
  const all = [...byX.values()].sort(([a = 0], [b = 0]) => a - b);
  const shown = Math.min(all.length, MOST_ROWS);
  const picked = Array.from(
    { length: shown },
    (_, i) => all[shown < 2 ? 0 : Math.round((i * (all.length - 1)) / (shown - 1))] ?? [],
  );
  const columns = [xName, ...series.map(({ name }) => name)];
  return {
    columns,
    rows: picked.map((row) => columns.map((_, c) => row[c])),
    all: all.length,
  };
}
