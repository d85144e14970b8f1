import { ChartQueue } from './chart-queue';

const REDRAW_INTERVAL_MS = 500;

/** All charts of the page wait here for their turn, whatever draws them. */
export const redrawQueue = new ChartQueue(
  {
    now: () => performance.now(),
    after(delay, task) {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
  },
  REDRAW_INTERVAL_MS,
);
