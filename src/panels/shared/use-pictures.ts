import { useMemo } from 'react';
import type { ImageSet } from '../../protocol/data/images';
import type { Pictures } from '../../ui/RowPictures';
import { useImages } from './use-lab';

/**
 * The images of a list, for a wall of them.
 * @param positionAt - where an item's image lies in the file; the same function for the same list
 */
export function usePictures(set: ImageSet, positionAt: (index: number) => number): Pictures {
  const images = useImages();
  return useMemo(() => {
    const refAt = (index: number) => ({ set, position: positionAt(index) });
    return {
      get: (index) => images.get(refAt(index))?.image,
      want: (index) => images.want(refAt(index)),
      subscribe: (listener) => images.subscribe(listener),
    };
  }, [images, set, positionAt]);
}
