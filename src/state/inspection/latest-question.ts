/**
 * Asks one question at a time. Those that come meanwhile become one, the last, asked when the one before is answered:
 * whoever asks often is told about the last state, and never waits behind a queue.
 */
export class LatestQuestion {
  private isAsking = false;
  private next: (() => Promise<void>) | undefined;

  /** @param question - must not throw */
  put(question: () => Promise<void>): void {
    this.next = question;
    if (!this.isAsking) void this.askAll();
  }

  /** Forgets what has not been asked yet. */
  drop(): void {
    this.next = undefined;
  }

  private async askAll(): Promise<void> {
    this.isAsking = true;
    while (this.next) {
      const question = this.next;
      this.next = undefined;
      await question();
    }
    this.isAsking = false;
  }
}
