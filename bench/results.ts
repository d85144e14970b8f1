import { writeFileSync } from 'node:fs';

/** Shows the rows of a measurement as a table, and leaves them as JSON where scripts/bench.mjs looks for them. */
export function report(rows: readonly Readonly<Record<string, string | number | boolean>>[]): void {
  console.table(rows);
  saveResults(rows);
}

/** Leaves the figures of a measurement as JSON where scripts/bench.mjs looks for them. */
export function saveResults(figures: object): void {
  const path = process.env.DIGIT_LAB_RESULTS;
  if (path) writeFileSync(path, JSON.stringify(figures));
}
