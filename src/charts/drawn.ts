import type { ChartTheme } from './theme';

/** What a chart has drawn, and how. */
export interface Drawn<Content> {
  readonly content: Content;
  readonly theme: ChartTheme;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Whether it would be drawn as it was: it has come back into sight, say. A redraw costs tens of milliseconds. */
export const isDrawnSo = <Content>(drawn: Drawn<Content> | undefined, next: Drawn<Content>): boolean =>
  drawn !== undefined &&
  drawn.content === next.content &&
  drawn.theme === next.theme &&
  drawn.width === next.width &&
  drawn.height === next.height;
