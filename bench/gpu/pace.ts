/** As in the browser's bench. */
export const WARM_UP_MS = 400;
export const TURN_MS = 800;
/** Who has not answered by then is out. */
const ANSWER_LIMIT_MS = 40_000;
/** No round begins later. */
export const LAST_ROUND_MS = 5 * 60_000;
/** Of everything but the comparison with the reference, which takes as long as there are networks. */
export const LIMIT_MS = 10 * 60_000;

/** Refuses an answer that does not come in time. */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no answer in ${ANSWER_LIMIT_MS / 1000} s`)),
      ANSWER_LIMIT_MS,
    );
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
