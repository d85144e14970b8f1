import { type EmbeddingRequest, embed } from './embedding';

self.onmessage = ({ data }: MessageEvent<EmbeddingRequest>) => {
  const embedded = embed(data);
  self.postMessage(embedded, { transfer: [embedded.points.buffer] });
};
