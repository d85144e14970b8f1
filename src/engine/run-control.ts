/** Thrown out of a run that was asked to stop. */
export class Stopped extends Error {}

/**
 * What a person wants of the run, read by the training loop between two batches. Commands only set wishes; the loop
 * alone acts, so that any sequence of clicks ends in a defined state.
 */
export class RunControl {
  private wish: 'run' | 'pause' | 'stop';
  private singleSteps = 0;
  private wake: (() => void) | undefined;

  constructor(start: 'running' | 'one-step') {
    this.wish = start === 'running' ? 'run' : 'pause';
    this.singleSteps = start === 'running' ? 0 : 1;
  }

  pause(): void {
    if (this.wish === 'run') this.wish = 'pause';
  }

  resume(): void {
    if (this.wish === 'pause') this.wish = 'run';
    this.wake?.();
  }

  /** One batch more, then pause. */
  step(): void {
    if (this.wish === 'stop') return;
    this.wish = 'pause';
    this.singleSteps += 1;
    this.wake?.();
  }

  stop(): void {
    this.wish = 'stop';
    this.wake?.();
  }

  get stopping(): boolean {
    return this.wish === 'stop';
  }

  get running(): boolean {
    return this.wish === 'run';
  }

  /** True when the next batch has to wait. */
  get waits(): boolean {
    return this.wish === 'pause' && this.singleSteps === 0;
  }

  /** Uses up a single step, where that is what the next batch runs on. */
  takeStep(): void {
    if (this.singleSteps > 0) this.singleSteps -= 1;
  }

  /** Resolves at the next command. */
  async nextCommand(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = undefined;
  }
}
