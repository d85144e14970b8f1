/** How the curve of a run is told from others: by colour, dashes and marks, so that no colour has to be seen. */
export interface RunMark {
  /** In the light scheme and in the dark one, each at least 3:1 against the surface. */
  readonly light: string;
  readonly dark: string;
  readonly dash: 'solid' | 'dash' | 'dot' | 'dashdot' | 'longdash' | 'longdashdot';
  /** The same as a picture writes it. */
  readonly dashes: string;
  readonly symbol: 'circle' | 'square' | 'diamond' | 'triangle-up' | 'x' | 'star';
}

const MARKS: readonly RunMark[] = [
  { light: '#2f5bea', dark: '#7c9bff', dash: 'solid', dashes: '', symbol: 'circle' },
  { light: '#b45f00', dark: '#f2a65a', dash: 'dash', dashes: '6 4', symbol: 'square' },
  { light: '#127a4b', dark: '#4cc38a', dash: 'dot', dashes: '2 3', symbol: 'diamond' },
  { light: '#a3267d', dark: '#f08bd0', dash: 'dashdot', dashes: '6 3 2 3', symbol: 'triangle-up' },
  { light: '#0e7490', dark: '#58c7e0', dash: 'longdash', dashes: '10 4', symbol: 'x' },
  { light: '#6b5b00', dark: '#d8c84a', dash: 'longdashdot', dashes: '10 3 2 3', symbol: 'star' },
];

/** Curves that are told apart at a time. */
export const MOST_CURVES = MARKS.length;

/**
 * A mark for each of the runs that are shown, no two alike: its own by its number where that is free, so that it mostly
 * keeps it, whatever others are shown; else the next one. Of more than MOST_CURVES the last have none.
 * @param runs - their numbers, from the oldest
 */
export function marksOf(runs: readonly number[]): ReadonlyMap<number, RunMark> {
  const marks = new Map<number, RunMark>();
  const free = new Set(MARKS);
  for (const run of runs) {
    const own = (run - 1) % MARKS.length;
    const mark = [...MARKS.slice(own), ...MARKS.slice(0, own)].find((one) => free.has(one));
    if (!mark) break;
    free.delete(mark);
    marks.set(run, mark);
  }
  return marks;
}
