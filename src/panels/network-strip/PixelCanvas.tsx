import { useLayoutEffect, useRef } from 'react';
import type { Pixels } from './map-pixels';
import styles from './NetworkStrip.module.css';

interface PixelCanvasProps {
  /** Undefined leaves an empty place of the same size. */
  readonly pixels: Pixels | undefined;
  /** Size on the page; the picture itself keeps one pixel a value. */
  readonly width: number;
  readonly height: number;
}

/** A small picture, enlarged without smoothing. What it shows is said by what it stands in. */
export function PixelCanvas({ pixels, width, height }: PixelCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (!pixels) return;
    const image = new ImageData(pixels.rgba, pixels.width, pixels.height);
    canvas.current?.getContext('2d')?.putImageData(image, 0, 0);
  }, [pixels]);
  const size = { width: `${width}px`, height: `${height}px` };
  if (!pixels) return <span aria-hidden className={styles.skeleton} style={size} />;
  return (
    <canvas
      aria-hidden
      ref={canvas}
      className={styles.pixels}
      style={size}
      width={pixels.width}
      height={pixels.height}
    />
  );
}
