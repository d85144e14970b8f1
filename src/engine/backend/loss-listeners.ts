import { attempt } from '../../model/attempt';

/**
 * Tells whoever listens at that time that a device is lost. Waiting for the promise itself, which may never settle,
 * would keep all that is waited for besides it for as long as the device lives.
 * @param lost - resolves with the reason
 * @returns a function that adds a listener and returns a function that takes it away
 */
export function lossListeners(lost: Promise<string>) {
  const listeners = new Set<(reason: string) => void>();
  let known: string | undefined;
  lost.then((reason) => {
    known = reason;
    for (const listener of [...listeners]) attempt(() => listener(reason));
  });
  return (listener: (reason: string) => void): (() => void) => {
    if (known !== undefined) listener(known);
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
}
