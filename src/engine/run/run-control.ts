import { LIVE, type LiveName, type LiveSettings } from '../../model/settings';
import type { RunChange } from '../../protocol/run';

/**
 * What a person wants of the run, read by the training loop between two batches. Commands only set wishes; the loop
 * alone acts, so that any sequence of clicks ends in a defined state.
 */
export class RunControl {
  /** `step`: batches wait for a step each, what follows a batch (an evaluation) goes through. */
  private wish: 'run' | 'pause' | 'step' | 'stop';
  private steps = 0;
  /** Resolves when the run is asked to stop. */
  readonly stopped: Promise<void>;
  private asked: Partial<LiveSettings> = {};
  private tellStopped = () => {};
  private wake: (() => void) | undefined;

  /** @param changes - that the run takes on by itself, each before the batch that it names */
  constructor(
    start: 'running' | 'one-step',
    private changes: readonly RunChange[] = [],
  ) {
    this.wish = start === 'running' ? 'run' : 'step';
    this.steps = start === 'running' ? 0 : 1;
    this.stopped = new Promise((resolve) => {
      this.tellStopped = resolve;
    });
  }

  pause(): void {
    if (this.wish !== 'stop') this.wish = 'pause';
    this.steps = 0;
  }

  resume(): void {
    if (this.wish !== 'stop') this.wish = 'run';
    this.wake?.();
  }

  /** One batch more, then wait again. */
  step(): void {
    if (this.wish === 'stop') return;
    this.wish = 'step';
    this.steps += 1;
    this.wake?.();
  }

  stop(): void {
    this.wish = 'stop';
    this.tellStopped();
    this.wake?.();
  }

  adjust(changes: Partial<LiveSettings>): void {
    this.asked = { ...this.asked, ...changes };
  }

  /** Changes that are to come after so many batches. */
  toCome(batches: number): readonly RunChange[] {
    return this.changes.filter(({ batch }) => batch > batches);
  }

  /** What the settings of the run are to be from a batch on: as a person asks, else as the changes say. */
  wantedAt(batch: number): Partial<LiveSettings> {
    const due = this.changes.filter((change) => change.batch <= batch);
    return { ...Object.fromEntries(due.map(({ name, to }) => [name, to])), ...this.asked };
  }

  /**
   * The run goes back to where it stood before: what it had taken on since is due again at the same batches.
   * @param taken - since then
   */
  replay(taken: readonly RunChange[]): void {
    const { asked } = this;
    const isTaken = (name: LiveName) => taken.findLast((change) => change.name === name)?.to === asked[name];
    this.changes = [...this.changes.filter(({ name }) => !(name in asked)), ...taken];
    this.asked = Object.fromEntries(
      LIVE.filter((name) => name in asked && !isTaken(name)).map((name) => [name, asked[name]]),
    );
  }

  /** What is wanted at a batch can't be had, and is not to be tried with each one after it. */
  refuse(batch: number): void {
    this.asked = {};
    this.changes = this.changes.filter((change) => change.batch > batch);
  }

  get stopping(): boolean {
    return this.wish === 'stop';
  }

  /** True when the next batch has to wait. */
  get batchWaits(): boolean {
    return this.wish === 'pause' || (this.wish === 'step' && this.steps === 0);
  }

  /** True when the next part of an evaluation has to wait. */
  get evaluationWaits(): boolean {
    return this.wish === 'pause';
  }

  /** True while batches follow each other by themselves. */
  get running(): boolean {
    return this.wish === 'run';
  }

  /** Uses up a step, where that is what the next batch runs on. */
  takeStep(): void {
    if (this.steps > 0) this.steps -= 1;
  }

  /** Resolves at the next command that lets the run go on or end. */
  async nextCommand(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = undefined;
  }
}
