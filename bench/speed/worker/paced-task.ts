import { countGpuCalls, type GpuCalls } from '../../../tests/fixtures/count-gpu-calls';

/** Work that is done in steps of the same size. */
export interface Task {
  /** What one step does: images trained on, floating point operations. */
  readonly unitsAStep: number;
  /** Resolves when `steps` more steps are really done, not only put to work. */
  run(steps: number): Promise<void>;
}

/**
 * The beginning of a turn does not count: threads that have slept come back slowly, several of them together most of
 * all. Nobody trains for less than this; those whose step takes as long have no beginning.
 */
const LEAD_IN_MS = 250;

/** What passes to the device is counted over some steps: as many as go in this time, and no more than so many. */
const COUNT_MS = 1500;
const MOST_COUNTED = 64;

/** Runs a task for about as long as asked: slow ones for one step, fast ones for thousands. */
export class PacedTask {
  private msAStep = 0;

  constructor(
    private readonly task: Task,
    private readonly now: () => number,
  ) {}

  /**
   * Until the code is compiled and the speed known: one step, in which the compilers work, then twice as many each
   * time, to the first that take so long.
   */
  async warmUp(ms: number): Promise<void> {
    await this.time(1);
    for (let steps = 1, taken = 0; taken < ms; steps *= 2) taken = await this.time(steps);
  }

  /** @returns units a second */
  async turn(ms: number): Promise<number> {
    const leadIn = Math.round(LEAD_IN_MS / this.msAStep);
    if (leadIn > 1) await this.task.run(leadIn);
    const steps = Math.max(1, Math.round(ms / this.msAStep));
    const taken = await this.time(steps);
    return (steps * this.task.unitsAStep * 1000) / taken;
  }

  /** What a step asks of the graphics device, in the mean: what twice as many ask for more, without a run's end. */
  async calls(count = countGpuCalls): Promise<GpuCalls> {
    const steps = Math.max(1, Math.min(MOST_COUNTED, Math.round(COUNT_MS / this.msAStep)));
    const once = await count(() => this.task.run(steps));
    const twice = await count(() => this.task.run(2 * steps));
    const mean = (name: keyof GpuCalls) => (twice[name] - once[name]) / steps;
    return {
      dispatches: mean('dispatches'),
      submits: mean('submits'),
      uploadedBytes: mean('uploadedBytes'),
      buffers: mean('buffers'),
    };
  }

  private async time(steps: number): Promise<number> {
    const start = this.now();
    await this.task.run(steps);
    const taken = this.now() - start;
    this.msAStep = taken / steps;
    return taken;
  }
}
