/**
 * An answer of workers, which are given up where it does not come in time: one that the browser has ended says nothing at
 * all. The limit has two halves, so that a machine that slept over the first one is not taken for a silent worker.
 * @param limit - in milliseconds
 */
export async function whileHeard<T>(
  workers: readonly { giveUp(): void }[],
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
