/** Milliseconds. Some browsers leave the opening of a database open for ever, until the page is loaded again. */
const LIMIT = 10_000;

/** @throws where the browser does not answer */
export function inTime<T>(opening: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser does not open its storage')), LIMIT);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
