/* The locks of tabs where the browser has none: whoever holds one answers when another tab asks. */

const CHANNEL = 'digit-lab-runs';
/** A tab that lives answers within a few milliseconds, also a hidden one. */
const PATIENCE_MS = 200;

const open = (): BroadcastChannel | undefined =>
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);

/** @returns a function that ends it */
export function answerFor(name: string): () => void {
  const channel = open();
  channel?.addEventListener('message', ({ data }) => {
    if (data?.asked === name) channel.postMessage({ held: name });
  });
  return () => channel?.close();
}

/** False where no tab answers in a moment, or none can be asked. */
export function someoneAnswers(name: string): Promise<boolean> {
  const channel = open();
  if (!channel) return Promise.resolve(false);
  return new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), PATIENCE_MS);
    channel.addEventListener('message', ({ data }) => {
      if (data?.held === name) resolve(true);
    });
    channel.postMessage({ asked: name });
  }).finally(() => channel.close());
}
