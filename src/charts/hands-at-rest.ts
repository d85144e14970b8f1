/** A page that was just opened belongs to whoever draws the first digit. */
const OPENING_MS = 2000;
/** After a press: another stroke may follow. */
const REST_MS = 700;

/** Resolves when the page is no longer new and nobody presses a pointer, or has done so a moment ago. */
export function handsAtRest(): Promise<void> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    let pressed = 0;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (pressed > 0) return;
        stop.abort();
        resolve();
      }, ms);
    };
    const listen = (type: 'pointerdown' | 'pointerup' | 'pointercancel', change: 1 | -1) =>
      window.addEventListener(
        type,
        () => {
          pressed = Math.max(0, pressed + change);
          wait(Math.max(REST_MS, OPENING_MS - performance.now()));
        },
        { capture: true, signal: stop.signal },
      );
    listen('pointerdown', 1);
    listen('pointerup', -1);
    listen('pointercancel', -1);
    wait(Math.max(0, OPENING_MS - performance.now()));
  });
}
