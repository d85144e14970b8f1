import { drawDigits } from '../../data/synthetic/draw-digits';
import type { DigitWork } from './drawing';

self.onmessage = ({ data: { labels, source, options } }: MessageEvent<DigitWork>) => {
  const images = drawDigits(labels, source, options);
  self.postMessage(images, { transfer: [images.buffer] });
};
