/** Milliseconds. A slow network brings the program of a worker in less; one that brings it later still is waited for. */
const LATE = 20_000;

/**
 * Tells when something has not arrived for long, and then when it has after all. A request that is stuck fails never: to
 * take it for dead would end one that is only slow, over and over.
 * @returns a function that ends it
 */
export function tellWhenLate(arrival: Promise<unknown>, tell: (isLate: boolean) => void): () => void {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    tell(true);
  }, LATE);
  const end = () => clearTimeout(timer);
  arrival.then(() => {
    end();
    if (isLate) tell(false);
  }, end);
  return end;
}
