/** Milliseconds between two looks. */
const EVERY = 500;
/** What one look counts at most: a page that slept, or was busy itself, has not listened meanwhile. */
const MOST_OF_A_LOOK = 2 * EVERY;

/**
 * Asks over and over for a sign of life, one at a time, from the first answer on: before it, what is to live is still
 * being fetched.
 * @param limit - how long there may be none, in milliseconds; asked at each look
 * @param onSilence - called once, with the seconds
 * @returns `heard` is to be called at any other sign of life, `end` ends it
 */
export function watchHeart(
  beat: () => Promise<unknown>,
  limit: () => number,
  onSilence: (seconds: number) => void,
): { heard(): void; end(): void } {
  let silence = 0;
  let lookedAt = 0;
  let isAsking = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  function heard(): void {
    silence = 0;
  }

  function ask(): void {
    isAsking = true;
    // One that is dead is told of elsewhere.
    beat().then(() => {
      isAsking = false;
      heard();
    }, stop);
  }

  function look(): void {
    const now = performance.now();
    silence += Math.min(now - lookedAt, MOST_OF_A_LOOK);
    lookedAt = now;
    if (!isAsking) ask();
    else if (silence >= limit()) {
      stop();
      onSilence(Math.round(silence / 1000));
    }
  }

  let isOver = false;
  function stop(): void {
    isOver = true;
    clearInterval(timer);
  }

  beat().then(
    () => {
      if (isOver) return;
      lookedAt = performance.now();
      timer = setInterval(look, EVERY);
    },
    () => undefined,
  );
  return { heard, end: stop };
}
