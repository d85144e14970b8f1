/** How the curve of a run is told from others: by colour, dashes and marks, so that no colour has to be seen. */
interface RunMark {
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

/** The mark of a run, by its number: it keeps it, whatever others are shown. */
export const markOf = (run: number): RunMark => MARKS[(run - 1) % MARKS.length] as RunMark;
