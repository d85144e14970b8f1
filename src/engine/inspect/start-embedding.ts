import type { EmbeddingRequest } from './embedding';

/** Work under way on a thread of its own. */
export interface Embedding {
  /** [n, 2]; rejects when it failed. Never settles after `cancel`. */
  readonly points: Promise<Float32Array>;
  /** Ends the work, also in the middle. */
  cancel(): void;
}

/** Starts a worker for one embedding: training goes on beside it. The features go with it. */
export function startEmbedding(request: EmbeddingRequest): Embedding {
  const worker = new Worker(new URL('./embedding.worker.ts', import.meta.url), { type: 'module' });
  const points = new Promise<Float32Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Float32Array>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'the embedding could not be loaded'));
    };
  });
  const end = () => worker.terminate();
  points.then(end, end);
  worker.postMessage(request, { transfer: [request.features.buffer] });
  return { points, cancel: end };
}
