import { useMemo } from 'react';
import { toInk } from '../../model/grey';
import { INPUT_SIDE, INPUT_SIZE } from '../../model/network';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import styles from './Augmentation.module.css';

interface ImageStripProps {
  /** [n, 784], 0 to 255; undefined until they are there */
  readonly images: Uint8Array | undefined;
  /** Of them are shown `count` from this one on. */
  readonly first: number;
  readonly count: number;
  /** For those who can't see them. */
  readonly name: string;
}

/** Some images in a row, one picture for those who hear the page. */
export function ImageStrip({ images, first, count, name }: ImageStripProps) {
  const pixels = useMemo(
    () =>
      Array.from({ length: count }, (_, i) => {
        const start = (first + i) * INPUT_SIZE;
        const image = images?.subarray(start, start + INPUT_SIZE);
        return (
          image &&
          greyPixels({
            width: INPUT_SIDE,
            height: INPUT_SIDE,
            values: toInk(image),
          })
        );
      }),
    [images, first, count],
  );
  return (
    <div className={styles.strip} role="img" aria-label={name}>
      {pixels.map((picture, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pictures have no identity but their place
        <PixelCanvas key={i} pixels={picture} className={styles.picture} />
      ))}
    </div>
  );
}
