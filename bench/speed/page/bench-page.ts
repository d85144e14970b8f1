import type { GpuCalls } from '../../../tests/fixtures/count-gpu-calls';
import type { TaskSpec } from '../worker/task-spec';

/** What the page of the bench has as `window.bench`. Every task lives in a worker of its own. */
interface BenchPage {
  /**
   * Starts a task and warms it up.
   * @throws Error with the task's own reason, or where it takes too long
   */
  open(name: string, spec: TaskSpec, warmUpMs: number): Promise<void>;
  /** Lets tasks work at the same time, each for about `ms` milliseconds. @returns each one's units a second */
  turns(names: readonly string[], ms: number): Promise<number[]>;
  /** @returns what a step of a started task asks of the graphics device, in the mean of some */
  calls(name: string): Promise<GpuCalls>;
  /** Ends a task's worker, where there is one. */
  close(name: string): void;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
