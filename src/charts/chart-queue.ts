/** Time and tasks, so that tests can do without either. */
export interface TaskClock {
  /** Milliseconds from any origin. */
  now(): number;
  /**
   * Runs `task` as a task of its own, not before `delay` milliseconds have passed.
   * @returns a function that calls it off
   */
  after(delay: number, task: () => void): () => void;
}

interface Waiting {
  readonly redraw: () => void;
  /** When it may be drawn. */
  readonly due: number;
}

/**
 * When charts are redrawn. A redraw costs 10 ms and more of the page's thread, so each has a task of its own and a
 * chart is redrawn at most once an interval. A newer redraw of a chart replaces the waiting one and keeps its place:
 * a busy chart can't push back the others. Of those that are due, the one that is due longest goes first.
 */
export class ChartQueue {
  private readonly waiting = new Map<object, Waiting>();
  private readonly drawn = new WeakMap<object, number>();
  private timer: { readonly at: number; readonly cancel: () => void } | undefined;

  /** @param interval - shortest time between two redraws of one chart, milliseconds */
  constructor(
    private readonly clock: TaskClock,
    private readonly interval: number,
  ) {}

  /** Redraws `chart` as soon as its turn comes. */
  put(chart: object, redraw: () => void): void {
    const now = this.clock.now();
    const last = this.drawn.get(chart) ?? Number.NEGATIVE_INFINITY;
    const due = this.waiting.get(chart)?.due ?? Math.max(now, last + this.interval);
    this.waiting.set(chart, { redraw, due });
    this.arm();
  }

  /** Forgets what waits for `chart`. */
  cancel(chart: object): void {
    this.waiting.delete(chart);
    this.arm();
  }

  private arm(): void {
    const next = this.next();
    if (this.timer && this.timer.at === next?.[1].due) return;
    this.timer?.cancel();
    this.timer = undefined;
    if (!next) return;
    const at = next[1].due;
    const cancel = this.clock.after(Math.max(0, at - this.clock.now()), () => {
      this.timer = undefined;
      this.drawNext();
    });
    this.timer = { at, cancel };
  }

  private drawNext(): void {
    const next = this.next();
    if (!next) return;
    const [chart, { redraw }] = next;
    this.waiting.delete(chart);
    try {
      redraw();
    } finally {
      // From the end of the redraw: a slow chart leaves the page as much time as a fast one.
      this.drawn.set(chart, this.clock.now());
      this.arm();
    }
  }

  private next(): [object, Waiting] | undefined {
    let first: [object, Waiting] | undefined;
    for (const entry of this.waiting) if (!first || entry[1].due < first[1].due) first = entry;
    return first;
  }
}
