import type { ImageRef } from '../../protocol/data/images';
import type { Activations } from '../../protocol/inspect';

/** The image that is being looked at, and what the network makes of it. */
export interface Subject {
  readonly from: 'drawing' | 'sample' | 'selected';
  /** Of the selected image. */
  readonly ref?: ImageRef;
  /** Of the selected image: the digit that it is. */
  readonly label?: number;
  /** [784], 0 to 1 */
  readonly image: Float32Array;
  readonly look: Activations;
}

/**
 * The next subject, with the image object of the one before where the two are alike: who asks about an image asks
 * again when it has become another, not each time that the network looks at it.
 */
export function withSteadyImage(before: Subject | undefined, next: Subject): Subject {
  const image = before?.image;
  if (!image || image === next.image || image.length !== next.image.length) return next;
  return image.every((value, pixel) => value === next.image[pixel]) ? { ...next, image } : next;
}
