/** Of the line of a run in the table, to lead there. @param run - its number */
export const rowId = (run: number): string => `run-${run}`;
