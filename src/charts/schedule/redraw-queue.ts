import { ChartQueue } from './chart-queue';

/** Between two redraws of one chart, milliseconds; and while a pen waits for the answer to each of its moves. */
const APART_MS = { usually: 500, whileDrawing: 2000 } as const;

/** All charts of the page wait here for their turn, whatever draws them. */
export const redrawQueue = new ChartQueue(
  {
    now: () => performance.now(),
    after(delay, task) {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
  },
  APART_MS.usually,
);

/** A redraw takes longer than the answer to a move of the pen may, so the pen goes first. */
export const letPenGoFirst = (isDown: boolean): void =>
  redrawQueue.keepApart(isDown ? APART_MS.whileDrawing : APART_MS.usually);
