import { startThread } from '../../start-thread';
import { whileHeard } from '../../while-heard';
import type { Embedded, EmbeddingRequest } from './embedding';

/** Work under way on a thread of its own. */
export interface Embedding {
  /** Rejects when it failed or was not answered in time. Not to be waited for after `cancel`. */
  readonly result: Promise<Embedded>;
  /** Ends the work, also in the middle. */
  cancel(): void;
}

/** Milliseconds to load the worker and place 2,000 images, which takes seconds, tens of them where a processor is slow. */
const LIMIT = 120_000;

/**
 * Starts a worker for one embedding: training goes on beside it. The features go with it.
 * @param limit - milliseconds after which a worker that has said nothing is given up
 */
export function startEmbedding(request: EmbeddingRequest, limit = LIMIT): Embedding {
  const worker = startThread(
    () => new Worker(new URL('./embedding.worker.ts', import.meta.url), { type: 'module' }),
  );
  let giveUp = () => {};
  const answer = new Promise<Embedded>((resolve, reject) => {
    giveUp = () => reject(new Error('the embedding does not answer'));
    worker.onmessage = ({ data }: MessageEvent<Embedded>) => resolve(data);
    worker.onmessageerror = () => reject(new Error('the embedding could not be read'));
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the embedding could not be loaded'));
    };
  });
  const result = whileHeard([{ giveUp: () => giveUp() }], limit, answer);
  const end = () => worker.terminate();
  result.then(end, end);
  worker.postMessage(request, { transfer: [request.features.buffer] });
  return { result, cancel: end };
}
