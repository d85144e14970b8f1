import type { After, Net } from '../../../src/data/download';
import { SMALL_FILES, smallFile } from './small-mnist';

export type Answer = (init: RequestInit | undefined) => Response | Promise<Response>;

/** A web of hosts. An address that no host begins is unreachable. Requests are noted in order. */
export function fakeWeb(hosts: Record<string, (path: string) => Answer | undefined>) {
  const asked: string[] = [];
  const fetch: Net['fetch'] = async (url, init) => {
    asked.push(url);
    const host = Object.keys(hosts).find((start) => url.startsWith(start));
    const answer = host === undefined ? undefined : hosts[host]?.(url.slice(host.length));
    if (!answer) throw new TypeError('fetch failed');
    return answer(init);
  };
  return { fetch, asked };
}

export const gives =
  (body: Uint8Array<ArrayBuffer> | string, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(body, { headers });

export const givesStatus =
  (status: number): Answer =>
  () =>
    new Response('sorry', { status });

export const givesPage: Answer = gives('<!doctype html><title>Digit Lab</title>', {
  'content-type': 'text/html',
});

/** The small files as a mirror has them. */
export const mirror = (path: string): Answer | undefined =>
  SMALL_FILES.some((file) => path === `${file.name}.gz`) ? gives(smallFile(path).zipped) : undefined;

/** Announces the whole body, gives the first half, and breaks off. */
export const breaksOff =
  (body: Uint8Array<ArrayBuffer>): Answer =>
  () => {
    const half = body.subarray(0, body.length / 2);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (half.length === 0 || controller.desiredSize === null) return;
        controller.enqueue(half);
        queueMicrotask(() => controller.error(new TypeError('terminated')));
      },
    });
    return new Response(stream, { headers: { 'content-length': `${body.length}` } });
  };

/** Never answers, and gives up when it is told to, as fetch does. */
export const stalls: Answer = (init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

/** Sends a byte now and then, and never comes to an end. @param onByte - called after each */
export const drips =
  (onByte: () => void): Answer =>
  (init) => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
      },
      pull(controller) {
        controller.enqueue(Uint8Array.of(0));
        onByte();
      },
    });
    return new Response(stream);
  };

/** A clock that is moved on by hand. */
export function handClock() {
  const timers = new Map<() => void, number>();
  let now = 0;
  const after: After = (ms, action) => {
    timers.set(action, now + ms);
    return () => timers.delete(action);
  };
  const moveOn = (ms: number) => {
    now += ms;
    for (const [action, at] of timers) {
      if (at > now) continue;
      timers.delete(action);
      action();
    }
  };
  return { after, moveOn, timers };
}

/** A clock that runs as fast as the code allows: every timer that is not taken back goes off in the next turn. */
export const impatient: After = (_ms, action) => {
  const timer = setImmediate(action);
  return () => clearImmediate(timer);
};

/** A clock that stands still. */
export const never: After = () => () => undefined;
