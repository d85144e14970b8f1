import { type ImageRequest, makeImages } from './make-images';

self.onmessage = ({ data }: MessageEvent<ImageRequest>) => {
  const images = makeImages(data);
  self.postMessage(images, { transfer: [images.buffer] });
};
