/**
 * Does something for which others must not suffer. What it throws is reported as an error that nobody caught: it stands
 * in the console, and fails a test.
 * @returns undefined where it threw
 */
export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    // Node, where tests run, has no reportError.
    if (typeof reportError === 'function') reportError(error);
    else
      setTimeout(() => {
        throw error;
      });
    return undefined;
  }
}
