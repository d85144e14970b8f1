/** Between two changes of the address, in the long run: Safari allows 100 in 30 seconds, all others more. */
const APART_MS = 400;
/** So many changes may follow each other at once: a slider that is dragged makes more. */
const CHANGES_AT_ONCE = 3;
/** So many steps may, so that Back always finds the one before. With those in the long run they stay below Safari's 100. */
const STEPS_AT_ONCE = 20;
/** Until the next try where the browser has refused. */
const AGAIN_MS = 1000;

/** Writes the page's address into the browser's bar, not more often than browsers allow; the last one always gets there. */
export class AddressWriter {
  private waiting: { readonly address: string; readonly isStep: boolean } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next may be written, were none written at once; milliseconds. */
  private due = Number.NEGATIVE_INFINITY;

  /**
   * @param history - may throw: the address is tried again then
   * @param now - milliseconds from any origin
   */
  constructor(
    private readonly history: Pick<History, 'pushState' | 'replaceState'>,
    private readonly now: () => number,
  ) {}

  /** @param isStep - the browser's Back is to lead to the address before */
  write(address: string, isStep: boolean): void {
    // Of steps that come faster than they can be written one is left.
    this.waiting = { address, isStep: isStep || this.waiting?.isStep === true };
    // A change may be waiting for longer than a step has to.
    if (isStep) this.stop();
    if (this.timer === undefined) this.writeWhenAllowed();
  }

  /** At once: the page goes. */
  finish(): void {
    this.stop();
    this.writeNow();
  }

  /** The browser has gone to another address by itself. */
  forget(): void {
    this.stop();
    this.waiting = undefined;
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private writeWhenAllowed(): void {
    this.timer = undefined;
    const atOnce = this.waiting?.isStep ? STEPS_AT_ONCE : CHANGES_AT_ONCE;
    const wait = this.due - (atOnce - 1) * APART_MS - this.now();
    if (wait > 0) this.later(wait);
    else if (!this.writeNow()) this.later(AGAIN_MS);
  }

  private later(wait: number): void {
    this.timer = setTimeout(() => this.writeWhenAllowed(), wait);
  }

  /** @returns false where the browser refuses */
  private writeNow(): boolean {
    if (!this.waiting) return true;
    const { address, isStep } = this.waiting;
    try {
      this.history[isStep ? 'pushState' : 'replaceState'](null, '', address);
    } catch {
      return false;
    }
    this.waiting = undefined;
    this.due = Math.max(this.due, this.now()) + APART_MS;
    return true;
  }
}
