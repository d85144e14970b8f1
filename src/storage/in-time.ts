/** Milliseconds. Some browsers leave the opening of a database open for ever, until the page is loaded again. */
const LIMIT = 10_000;

/** @throws where the browser does not answer: what it opens later is closed */
export function inTime<T extends { close(): void }>(opening: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the browser does not open its storage'));
      // Else it stands in the way of whoever would delete or repair the database.
      opening.then((late) => late.close()).catch(() => undefined);
    }, LIMIT);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
