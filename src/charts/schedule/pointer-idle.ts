import { BUDGETS } from './budgets';

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
  if (performance.now() >= lastChange + BUDGETS.longestPress) pressed = 0;
}

/** Resolves when the page is no longer new and nobody presses a pointer, or has done so a moment ago. */
export async function pointerIdle(): Promise<void> {
  for (;;) {
    forgetLostPress();
    const atRest =
      pressed > 0
        ? lastChange + BUDGETS.longestPress
        : Math.max(BUDGETS.opening, lastChange + BUDGETS.afterPress);
    const left = atRest - performance.now();
    if (left <= 0) return;
    await new Promise<void>((resolve) => {
      wakers.push(resolve);
      setTimeout(resolve, left);
    });
  }
}
