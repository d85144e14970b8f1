import { BUDGETS } from './budgets';
import { ChartQueue } from './chart-queue';

/** All charts and panels of results wait here for their turn, whatever draws them. */
export const redrawQueue = new ChartQueue(
  {
    now: () => performance.now(),
    after(delay, task) {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
  },
  BUDGETS.redrawApart,
);

/** A redraw takes longer than the answer to a move of the pen may, so the pen goes first. */
export const letPenGoFirst = (isDown: boolean): void =>
  redrawQueue.keepApart(isDown ? BUDGETS.redrawApartWhileDrawing : BUDGETS.redrawApart);
