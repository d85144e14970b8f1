/** Calls to what may die: those that wait then fail, and those that come after. Of one that is answered nothing stays. */
export class MortalCalls {
  private readonly waiting = new Set<(error: Error) => void>();
  private death: Error | undefined;

  /** @throws what the call throws, or of what it died */
  call<T>(answer: Promise<T>): Promise<T> {
    if (this.death) return Promise.reject(this.death);
    return new Promise<T>((resolve, reject) => {
      this.waiting.add(reject);
      answer.then(resolve, reject).finally(() => this.waiting.delete(reject));
    });
  }

  /** @returns false where it had died before */
  die(death: Error): boolean {
    if (this.death) return false;
    this.death = death;
    for (const reject of this.waiting) reject(death);
    this.waiting.clear();
    return true;
  }
}
