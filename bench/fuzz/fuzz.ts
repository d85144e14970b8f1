import { fuzzOnce, READERS } from '../../tests/fixtures/fuzz';

/** Gives each reader spoilt files for some seconds. @returns whether every refusal was a typed one */
export function fuzz(seconds: number): boolean {
  const started = Math.floor(Date.now() / 1000);
  const results = Object.entries(READERS).map(([name, reader]) => {
    const end = performance.now() + 1000 * seconds;
    let count = 0;
    let slowest = 0;
    for (let failure: string | undefined; performance.now() < end; count++) {
      const begun = performance.now();
      failure = fuzzOnce(reader, started + count);
      slowest = Math.max(slowest, performance.now() - begun);
      if (failure !== undefined) {
        console.error(`${name}: ${failure}`);
        return false;
      }
    }
    console.log(`${name}: ${count} files, typed errors only; the slowest took ${Math.round(slowest)} ms`);
    return true;
  });
  return results.every(Boolean);
}
