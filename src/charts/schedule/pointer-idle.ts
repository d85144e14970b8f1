/** A page that was just opened belongs to whoever draws the first digit. */
const OPENING_MS = 2000;
/** After a press: another stroke may follow. */
const REST_MS = 700;
/** A press that lasts longer has lost its end, as where a menu came up under it. */
const PRESS_MS = 10_000;

let pressed = 0;
let lastChange = Number.NEGATIVE_INFINITY;
const wakers: (() => void)[] = [];

const CHANGES = { pointerdown: 1, pointerup: -1, pointercancel: -1 } as const;

// From the start: a press may be older than whoever asks whether there is one.
for (const [type, change] of Object.entries(CHANGES)) {
  globalThis.addEventListener?.(
    type,
    () => {
      forgetLostPress();
      pressed = Math.max(0, pressed + change);
      lastChange = performance.now();
      for (const wake of wakers.splice(0)) wake();
    },
    { capture: true },
  );
}

function forgetLostPress(): void {
  if (performance.now() >= lastChange + PRESS_MS) pressed = 0;
}

/** Resolves when the page is no longer new and nobody presses a pointer, or has done so a moment ago. */
export async function pointerIdle(): Promise<void> {
  for (;;) {
    forgetLostPress();
    const atRest = pressed > 0 ? lastChange + PRESS_MS : Math.max(OPENING_MS, lastChange + REST_MS);
    const left = atRest - performance.now();
    if (left <= 0) return;
    await new Promise<void>((resolve) => {
      wakers.push(resolve);
      setTimeout(resolve, left);
    });
  }
}
