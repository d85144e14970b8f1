/** A device that has not answered by then is taken for dead; compiling the first shaders takes seconds on slow ones. */
const ANSWER_LIMIT_MS = 20_000;

/** Refuses an answer that does not come in time. */
export function answersInTime<T>(answer: Promise<T>, limitMs = ANSWER_LIMIT_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer in ${limitMs / 1000} s`)), limitMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
