/**
 * The kernels of a network that came trained, and TensorFlow.js where it is needed, take the thread for half a second
 * when they are made ready: not while a newcomer's first drawing waits to be read.
 */
const FIRST_MOMENT_MS = 1500;

export const firstMomentOver = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, FIRST_MOMENT_MS));
