/**
 * Milliseconds that a submission may take before it gets no more steps, and before it gets fewer: long beside what it
 * costs and beside the 5 to 15 ms until a browser tells that it is done, short beside what a person notices.
 */
const LONG_MS = 20;
const TOO_LONG_MS = 48;
/** So many may be unfinished: the device is never idle, and a stop is near. */
const IN_FLIGHT = 2;

/** How many steps go to the device at once, and how many of such submissions are under way. */
export class Submissions {
  private readonly pending: Promise<unknown>[] = [];
  private lastEnd = 0;
  private steps = 1;
  /** Submissions one after the other that were over soon. */
  private quick = 0;

  /** @param most - steps of one submission */
  constructor(
    private readonly most: number,
    private readonly now: () => number,
  ) {}

  /** Steps that the next submission should hold: more where they are quick, one in the beginning. */
  get stepsAtOnce(): number {
    return this.steps;
  }

  /** @param done - resolves when the device has done `steps` */
  add(steps: number, done: Promise<unknown>): void {
    const start = this.now();
    const ended = done.then(() => {
      const end = this.now();
      this.learn(steps, end - Math.max(start, this.lastEnd));
      this.lastEnd = end;
    });
    // Whoever waits for it is told of a failure, perhaps later: it is no unhandled rejection.
    ended.catch(() => {});
    this.pending.push(ended);
  }

  /** Resolves when another submission would not make too many. @throws what the device failed by */
  async room(): Promise<void> {
    while (this.pending.length >= IN_FLIGHT) await this.pending.shift();
  }

  /** Resolves when all are done. @throws what the device failed by */
  async finished(): Promise<void> {
    await Promise.all(this.pending.splice(0));
  }

  private learn(steps: number, took: number): void {
    // Of two that are told of together the second seems to have taken no time: one alone says nothing.
    this.quick = took < LONG_MS ? this.quick + 1 : 0;
    if (steps === this.steps && this.quick > 1) this.steps = Math.min(this.most, 2 * this.steps);
    else if (steps > 1 && took > TOO_LONG_MS) this.steps = Math.max(1, Math.floor(steps / 2));
  }
}
