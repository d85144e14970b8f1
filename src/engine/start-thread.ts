import type { ThreadTold } from '../protocol/backend';

let tell: (told: ThreadTold) => void = () => {};

/** Threads are started deep within what needs them; of the engine there is one in a worker. */
export function tellOfThreads(to: (told: ThreadTold) => void): void {
  tell = to;
}

/**
 * Starts a worker of this worker. That waits for the page's thread, and Firefox may miss the answer and wait for ever: the
 * new thread, which waits for its first work at the same condition, is woken in this one's place
 * (`WorkerPrivate::WaitForIsDebuggerRegistered`). So the page is told before.
 */
export function startThread(start: () => Worker): Worker {
  tell({ type: 'thread', isAwaited: true });
  try {
    return start();
  } finally {
    tell({ type: 'thread', isAwaited: false });
  }
}
