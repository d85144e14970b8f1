/** The message is expected at once; longer than this the processor is better left to others. */
const MOST_MS = 0.2;

/** What of the Prioritized Task Scheduling API is used; not every browser has it. */
interface Scheduler {
  postTask(task: () => void, options: { priority: 'background' }): Promise<unknown>;
}

/**
 * Keeps a thread awake while it waits for a message that is due. A sleeping thread takes 50 to 80 µs to come back,
 * which in each of a thousand steps a second is more than the messages themselves cost (bench/README.md).
 */
export class Wakefulness {
  private readonly scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  private until = 0;
  private hasTask = false;

  begin(): void {
    if (this.scheduler?.postTask === undefined) return;
    this.until = performance.now() + MOST_MS;
    // One chain of tasks is enough, also where the last wait's is still going.
    if (!this.hasTask) this.turn();
  }

  end(): void {
    this.until = 0;
  }

  /** A task of the lowest priority: the message goes before it. */
  private readonly turn = (): void => {
    this.hasTask = performance.now() < this.until;
    if (!this.hasTask) return;
    this.scheduler?.postTask(this.turn, { priority: 'background' }).catch(() => {});
  };
}
