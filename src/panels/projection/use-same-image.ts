import { useState } from 'react';

/** The image, the same array for as long as its pixels are the same: it is fetched anew whenever it is looked at. */
export function useSameImage(image: Float32Array | undefined): Float32Array | undefined {
  const [kept, setKept] = useState(image);
  if (image && kept && image !== kept && image.every((value, i) => value === kept[i])) return kept;
  if (image !== kept) setKept(image);
  return image;
}
