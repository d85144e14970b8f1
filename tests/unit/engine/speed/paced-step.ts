import { FakeStep } from '../train-step/fake-step';

/** A train step that takes its time by a clock of the test's. */
export class PacedStep extends FakeStep {
  disposals = 0;

  constructor(
    private readonly clock: { now: number },
    /** Of a step. */
    private readonly milliseconds: number,
  ) {
    super();
  }
  override run(...given: Parameters<FakeStep['run']>): void {
    super.run(...given);
    this.clock.now += this.milliseconds;
  }
  override dispose(): void {
    this.disposals += 1;
  }
}

/** Takes the first batch in and never comes to its end. */
export class HungStep extends PacedStep {
  override readyForMore(): Promise<void> {
    return new Promise(() => {});
  }
}
