import { type EmbeddingRequest, embed } from './embedding';

self.onmessage = ({ data }: MessageEvent<EmbeddingRequest>) => {
  const points = embed(data);
  self.postMessage(points, { transfer: [points.buffer] });
};
