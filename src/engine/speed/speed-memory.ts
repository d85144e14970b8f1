import { type FastBackend, type KnownSpeeds, MOST_KNOWN_SPEEDS } from '../../model/speeds';
import type { SpeedResult } from '../../protocol/speed';

/** What came of the trials of this visit, and what earlier visits have left: the latest of both. */
export class SpeedMemory {
  /** By the key of `speedKey`, oldest first. */
  private readonly results = new Map<string, Map<FastBackend, SpeedResult>>();

  get(key: string, backend: FastBackend): SpeedResult | undefined {
    return this.results.get(key)?.get(backend);
  }

  put(key: string, backend: FastBackend, result: SpeedResult): void {
    const known = this.results.get(key) ?? new Map<FastBackend, SpeedResult>();
    known.set(backend, result);
    this.results.delete(key);
    this.results.set(key, known);
    for (const oldest of [...this.results.keys()].slice(0, -MOST_KNOWN_SPEEDS)) this.results.delete(oldest);
  }

  /** Takes in what was known before, for what is not known better. */
  learn(before: readonly KnownSpeeds[]): void {
    const here = [...this.results];
    this.results.clear();
    for (const { key, speeds } of before) {
      for (const { backend, imagesPerSecond } of speeds) this.put(key, backend, { imagesPerSecond });
    }
    for (const [key, known] of here) {
      for (const [backend, result] of known) this.put(key, backend, result);
    }
  }

  /** What is worth keeping: a failure may have been the visit's. Oldest first. */
  figures(): readonly KnownSpeeds[] {
    return [...this.results].flatMap(([key, known]) => {
      const speeds = [...known].flatMap(([backend, result]) =>
        'imagesPerSecond' in result ? [{ backend, imagesPerSecond: result.imagesPerSecond }] : [],
      );
      return speeds.length > 0 ? [{ key, speeds }] : [];
    });
  }
}
