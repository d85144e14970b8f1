import { DataError, type DataPlace, refusal } from './dataset.ts';
import { readAll } from './gunzip.ts';

/** Starts a timer of so many milliseconds; the answer takes it back. */
export type After = (ms: number, action: () => void) => () => void;

export const realAfter: After = (ms, action) => {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
};

/** The world outside, as an argument. */
export interface Net {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  readonly after: After;
  /** A signal of AbortSignal.timeout counts as the source's time-out, any other is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
}

/** A source that sends next to nothing for so long is given up. */
const STALL_MS = 20_000;
/** Bytes: who sends one a second never comes to an end. The smallest file of MNIST has 4,542. */
const NEXT_TO_NOTHING = 4096;

/** @param total - bytes in all, if the server says */
export type OnBytes = (received: number, total: number | undefined) => void;

/**
 * The body of one address. A connection that breaks off is tried once more.
 * @param limit - most bytes to take
 * @throws DataError unreachable, http-status, timeout, html, truncated, too-large
 */
export async function download(
  url: string,
  place: DataPlace,
  net: Net,
  limit: number,
  onBytes?: OnBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const attempt = () => attemptDownload(url, place, net, limit, onBytes);
  try {
    return await attempt();
  } catch (error) {
    const brokeOff = error instanceof DataError && error.problems[0]?.code === 'truncated';
    if (!brokeOff) throw error;
    return await attempt();
  }
}

async function attemptDownload(
  url: string,
  place: DataPlace,
  net: Net,
  limit: number,
  onBytes: OnBytes | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const stall = new AbortController();
  let cancel = net.after(STALL_MS, () => stall.abort());
  let noted = 0;
  const alive = (count: number) => {
    if (count - noted < NEXT_TO_NOTHING && count > 0) return;
    noted = count;
    cancel();
    cancel = net.after(STALL_MS, () => stall.abort());
  };
  const signal = net.signal ? AbortSignal.any([net.signal, stall.signal]) : stall.signal;
  let started: Response | undefined;
  let received = 0;
  try {
    const { fetch } = net;
    const response = await fetch(url, { signal });
    checkResponse(response, place);
    started = response;
    alive(0);
    const total = declaredBytes(response);
    const body = response.body ?? new Blob([]).stream();
    const bytes = await readAll(body, limit, (count) => {
      received = count;
      alive(count);
      onBytes?.(count, total);
    });
    if (!bytes) throw refusal('too-large', place, { wanted: `${limit}` });
    if (total !== undefined && bytes.length < total) throw brokenOff(place, bytes.length, total);
    return bytes;
  } catch (error) {
    if (error instanceof DataError) throw error;
    if (stall.signal.aborted) throw refusal('timeout', place, { found: `${STALL_MS / 1000}` });
    if (net.signal?.aborted) throw ofAbort(net.signal.reason, place);
    if (started) throw brokenOff(place, received, declaredBytes(started));
    throw refusal('unreachable', place);
  } finally {
    cancel();
  }
}

function checkResponse(response: Response, place: DataPlace): void {
  const refused = !response.ok
    ? refusal('http-status', place, { found: `${response.status}` })
    : response.headers.get('content-type')?.startsWith('text/html')
      ? refusal('html', place)
      : undefined;
  if (!refused) return;
  void response.body?.cancel().catch(() => undefined);
  throw refused;
}

/** Of the bytes that will be read; unknown where the server compresses on the way, because then it counts others. */
function declaredBytes(response: Response): number | undefined {
  const length = response.headers.get('content-length');
  return length === null || response.headers.has('content-encoding') ? undefined : Number(length);
}

const brokenOff = (place: DataPlace, received: number, total: number | undefined) =>
  refusal('truncated', place, { found: `${received}`, wanted: `${total ?? '?'}` });

const ofAbort = (reason: unknown, place: DataPlace): unknown =>
  reason instanceof DOMException && reason.name === 'TimeoutError' ? refusal('timeout', place) : reason;
