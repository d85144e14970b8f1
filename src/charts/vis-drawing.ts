import type { ChartTheme } from './theme';

/** What tfjs-vis is to draw. All text is shown as it stands. */
export type VisDrawing = VisLines | VisBars | VisTable;

export interface VisLines {
  readonly kind: 'lines';
  readonly xLabel: string;
  readonly yLabel: string;
  /** Where the values stand on the x axis; left out, at 1, 2, 3, … */
  readonly at?: readonly number[];
  /** All of one length. */
  readonly series: readonly VisSeries[];
  /** The y axis begins at the lowest value and not at 0. */
  readonly zoomed: boolean;
}

interface VisSeries {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

export interface VisBars {
  readonly kind: 'bars';
  readonly xLabel: string;
  readonly yLabel: string;
  readonly colour: string;
  /** From left to right. */
  readonly bars: readonly { readonly at: number; readonly height: number }[];
}

export interface VisTable {
  readonly kind: 'table';
  /** Of the table, for those who don't see where it stands. */
  readonly label: string;
  readonly headers: readonly string[];
  /** Plain text without `<` and `&`: tfjs-vis takes it for HTML. */
  readonly rows: readonly (readonly string[])[];
}

/** Makes the drawing. Called when it is redrawn, at most twice a second, never while React renders. */
export type DrawVis = (theme: ChartTheme) => VisDrawing;
