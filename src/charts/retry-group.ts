/** Drawings that failed for want of a library: what one of them needs, all need, so that one retry is for all. */
export class RetryGroup {
  private readonly failed = new Set<() => void>();

  /** @param again - starts the drawing anew */
  add(again: () => void): void {
    this.failed.add(again);
  }

  has(again: () => void): boolean {
    return this.failed.has(again);
  }

  delete(again: () => void): void {
    this.failed.delete(again);
  }

  retryAll(): void {
    const waiting = [...this.failed];
    this.failed.clear();
    for (const again of waiting) again();
  }
}
