import type { Subject } from '../lab-state';

/**
 * The next subject, with the image object of the one before where the two are alike: who asks about an image asks
 * again when it has become another, not each time that the network looks at it.
 */
export function withSteadyImage(before: Subject | undefined, next: Subject): Subject {
  const image = before?.image;
  if (!image || image === next.image || image.length !== next.image.length) return next;
  return image.every((value, pixel) => value === next.image[pixel]) ? { ...next, image } : next;
}
