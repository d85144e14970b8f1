const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/**
 * Lets the worker take in messages. A message channel, not a timer (timers are clamped to 4 ms and slowed in hidden
 * tabs) and not requestAnimationFrame (which stops there).
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
