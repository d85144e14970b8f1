import type { Data, Layout } from 'plotly.js-dist-min';
import type { ChartTheme } from './theme';

/** What a chart shows. The chart itself adds size, font, background and hover colours to the layout. */
export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** Builds the figure. Called when the chart is redrawn, at most twice a second, never while React renders. */
export type DrawFigure = (theme: ChartTheme) => Figure;
