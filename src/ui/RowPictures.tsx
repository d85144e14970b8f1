import { useLayoutEffect, useRef } from 'react';
import { canvasWidth, layPicture, leftOf, type RowOfPictures } from './row-pictures';
import styles from './VirtualGrid.module.css';

/** The pictures of a list, by their places in it. */
export interface Pictures {
  /** @returns [side × side], 0 black to 1 white; undefined until it has come */
  get(index: number): Float32Array | undefined;
  /** Has it fetched, unless it is there. */
  want(index: number): void;
  /** Told whenever some have come or are forgotten. @returns a function that ends it */
  subscribe(listener: () => void): () => void;
}

interface RowPicturesProps {
  readonly pictures: Pictures;
  readonly row: RowOfPictures;
  /** The items in the row, as they are numbered in the list. */
  readonly first: number;
  readonly end: number;
}

/** All pictures of a row on one canvas: one apiece would cost the browser more than all else in the row. */
export function RowPictures({ pictures, row, first, end }: RowPicturesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = canvasWidth(row);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const image = new ImageData(width, row.side);
    const pixels = new Uint32Array(image.data.buffer);
    const laid = new Map<number, Float32Array>();
    const draw = () => {
      let isAnother = false;
      for (let index = first; index < end; index++) {
        const values = pictures.get(index);
        if (values === laid.get(index)) continue;
        // Forgotten, as with other data or another engine: what is seen stays until it comes again.
        if (!values) {
          laid.delete(index);
          pictures.want(index);
          continue;
        }
        layPicture(pixels, row, leftOf(row, index - first), values);
        laid.set(index, values);
        isAnother = true;
      }
      if (isAnother) context.putImageData(image, 0, 0);
    };
    // The row may have shown others.
    context.clearRect(0, 0, width, row.side);
    draw();
    for (let index = first; index < end; index++) pictures.want(index);
    return pictures.subscribe(draw);
  }, [pictures, row, first, end, width]);
  return (
    <canvas
      ref={canvas}
      aria-hidden
      className={styles.pictures}
      width={width}
      height={row.side}
      // Beyond the row's end by less than a pixel of its own.
      style={{ width: (width * row.size) / row.side }}
    />
  );
}
