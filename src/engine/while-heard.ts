/**
 * How long other workers may take for as much as this thread has done, in milliseconds and in times what it took here:
 * a processor has slow cores too, and others have a share in it.
 */
const PATIENCE = { least: 1500, times: 10 } as const;

interface Silenced {
  giveUp(): void;
}

/**
 * An answer of workers, which are given up where it does not come in time: one that the browser has ended says nothing at
 * all. The limit has two halves, so that a machine that slept over the first one is not taken for a silent worker.
 * @param limit - in milliseconds
 */
export async function whileHeard<T>(
  workers: readonly Silenced[],
  limit: number,
  answer: Promise<T>,
): Promise<T> {
  const giveUp = () => {
    for (const worker of workers) worker.giveUp();
  };
  let timer = setTimeout(() => {
    timer = setTimeout(giveUp, limit / 2);
  }, limit / 2);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Answers of workers that have as much to do as this thread.
 * @param began - when this thread began with its own share, which it has done by now
 */
export async function allInTime<T>(
  workers: readonly Silenced[],
  answers: readonly Promise<T>[],
  began: number,
): Promise<T[]> {
  if (answers.length === 0) return [];
  const limit = Math.max(PATIENCE.least, PATIENCE.times * (performance.now() - began));
  return whileHeard(workers, limit, Promise.all(answers));
}
