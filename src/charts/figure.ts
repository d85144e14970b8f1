import type { Data, Layout } from 'plotly.js-dist-min';
import type { ChartTheme } from './theme';

/** What a chart shows. The chart itself adds size, font, background and hover colours to the layout. */
export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** Builds the figure. Called when the chart is redrawn, at most twice a second, never while React renders. */
export type DrawFigure = (theme: ChartTheme) => Figure;

/** For an axis whose labels all have room: Plotly need not measure at each redraw which have none, a twelfth of its time. */
export const UNMEASURED = { ticklabeloverflow: 'allow' } as const;

/**
 * For the marks of a line that grows: more would run into one in a narrow plot, and each is an element that Plotly
 * styles at each redraw. The line goes through all values, and the pointer is told of each.
 */
export const THINNED = { maxdisplayed: 40 } as const;
