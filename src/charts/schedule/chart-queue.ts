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
  /** When it was first asked for. */
  readonly since: number;
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
    private interval: number,
  ) {}

  /** Redraws `chart` as soon as its turn comes. */
  put(chart: object, redraw: () => void): void {
    const since = this.waiting.get(chart)?.since ?? this.clock.now();
    this.waiting.set(chart, { redraw, since });
    this.arm();
  }

  /** From now on there is at least so much time between two redraws of one chart, also of those that wait. */
  keepApart(interval: number): void {
    this.interval = interval;
    this.arm();
  }

  /** Forgets what waits for `chart`. */
  cancel(chart: object): void {
    this.waiting.delete(chart);
    this.arm();
  }

  private arm(): void {
    const next = this.next();
    if (this.timer && this.timer.at === next?.due) return;
    this.timer?.cancel();
    this.timer = undefined;
    if (!next) return;
    const at = next.due;
    const cancel = this.clock.after(Math.max(0, at - this.clock.now()), () => {
      this.timer = undefined;
      this.drawNext();
    });
    this.timer = { at, cancel };
  }

  private drawNext(): void {
    const next = this.next();
    if (!next) return;
    const { chart, redraw } = next;
    this.waiting.delete(chart);
    try {
      redraw();
    } finally {
      // From the end of its first task: a slow chart leaves the page as much time as a fast one.
      this.drawn.set(chart, this.clock.now());
      this.arm();
    }
  }

  private next(): { chart: object; redraw: () => void; due: number } | undefined {
    let first: ReturnType<typeof this.next>;
    for (const [chart, { redraw, since }] of this.waiting) {
      const due = Math.max(since, (this.drawn.get(chart) ?? Number.NEGATIVE_INFINITY) + this.interval);
      if (!first || due < first.due) first = { chart, redraw, due };
    }
    return first;
  }
}
