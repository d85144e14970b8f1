import type { Embedded, EmbeddingRequest } from './embedding';

/** Work under way on a thread of its own. */
export interface Embedding {
  /** Rejects when it failed. Never settles after `cancel`. */
  readonly result: Promise<Embedded>;
  /** Ends the work, also in the middle. */
  cancel(): void;
}

/** Starts a worker for one embedding: training goes on beside it. The features go with it. */
export function startEmbedding(request: EmbeddingRequest): Embedding {
  const worker = new Worker(new URL('./embedding.worker.ts', import.meta.url), { type: 'module' });
  const result = new Promise<Embedded>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Embedded>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the embedding could not be loaded'));
    };
  });
  const end = () => worker.terminate();
  result.then(end, end);
  worker.postMessage(request, { transfer: [request.features.buffer] });
  return { result, cancel: end };
}
