import { augment } from '../../data/augment/augment';
import { drawDigits } from '../../data/synthetic/draw-digits';
import type { AugmentWork, DigitWork } from './image-maker';

export type ImageRequest = ({ type: 'draw' } & DigitWork) | ({ type: 'augment' } & AugmentWork);

/** @returns [n, 28, 28] */
export function makeImages(request: ImageRequest): Uint8Array<ArrayBuffer> {
  switch (request.type) {
    case 'draw':
      return drawDigits(request.labels, request.source, request.options);
    case 'augment':
      return augment(request.images, request.source, request.options);
    default:
      return request satisfies never;
  }
}
