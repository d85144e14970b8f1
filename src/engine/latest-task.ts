/** What was under way is not wanted any more: thrown out of the middle of it, and never told to a person. */
export class Cancelled extends Error {}

/** Of tasks that follow each other only the last one counts: the next one, or a cancel, aborts the signal of the one before. */
export class LatestTask {
  /** So many. */
  begun = 0;
  private controller = new AbortController();

  begin(): AbortSignal {
    this.begun += 1;
    this.cancel();
    this.controller = new AbortController();
    return this.controller.signal;
  }

  cancel(): void {
    this.controller.abort(new Cancelled());
  }

  /** Whether no other task has begun since this one, be it cancelled or not. */
  isLast(signal: AbortSignal): boolean {
    return this.controller.signal === signal;
  }
}
