/**
 * Who waits for whom, milliseconds: the pen goes first, then the first paint, then charts. A chart's library holds up
 * the page's thread for half a second when it loads, a redraw for 10 ms and more, and the answer to a move of the pen
 * may take less than either.
 */
export const BUDGETS = {
  /** Between two redraws of one chart. */
  redrawApart: 500,
  /** The same while a pen waits for the answer to each of its moves. */
  redrawApartWhileDrawing: 2000,
  /** A page that was just opened belongs to whoever draws the first digit; results of before are there within two seconds. */
  opening: 1700,
  /** After a press: another stroke may follow. */
  afterPress: 700,
  /** A press that lasts longer has lost its end, as where a menu came up under it. */
  longestPress: 10_000,
  /** A library that nobody has seen a chart of waits for an idle moment, but no longer. */
  longestWaitForIdle: 1000,
  /** In place of an idle moment, where the browser doesn't tell of them. */
  withoutIdle: 50,
} as const;
