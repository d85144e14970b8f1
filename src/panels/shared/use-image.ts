import { useEffect, useSyncExternalStore } from 'react';
import type { ImageRef } from '../../protocol/data/images';
import type { LabelledImage } from '../../state/data/image-cache';
import { useImages } from './use-lab';

/** An image of the data; undefined until it has come, and for a place that has none. */
export function useImage(ref: ImageRef | undefined): LabelledImage | undefined {
  const images = useImages();
  const found = useSyncExternalStore(
    (listener) => images.subscribe(listener),
    () => ref && images.get(ref),
  );
  const isThere = found !== undefined;
  useEffect(() => {
    // Again when it is forgotten, as with other data or another engine.
    if (ref && !isThere) images.want(ref);
  }, [images, ref, isThere]);
  return found;
}
