import { useLayoutEffect, useRef } from 'react';
import styles from './PixelCanvas.module.css';
import type { Pixels } from './pixels';

interface PixelCanvasProps {
  /** Undefined leaves an empty place of the same size. */
  readonly pixels: Pixels | undefined;
  /** For those who can't see it; without it, what the picture shows is said by what it stands in. */
  readonly name?: string;
  /** Gives it its size on the page. */
  readonly className?: string | undefined;
}

/** A small picture, one canvas pixel a value, enlarged without smoothing. */
export function PixelCanvas({ pixels, name, className = '' }: PixelCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (!pixels) return;
    const image = new ImageData(pixels.rgba, pixels.width, pixels.height);
    canvas.current?.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  }, [pixels]);
  if (!pixels) return <span aria-hidden className={`${styles.skeleton} ${className}`} />;
  const spoken = name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <canvas
      {...spoken}
      ref={canvas}
      className={`${styles.pixels} ${className}`}
      width={pixels.width}
      height={pixels.height}
    />
  );
}
