import { useLayoutEffect, useRef } from 'react';

interface GreyCanvasProps {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** [height × width] row by row, 0 black to 1 white */
  readonly values: Float32Array;
}

/** One canvas pixel a value, whatever the size on the screen. */
export function GreyCanvas({ name, width, height, values }: GreyCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    ref.current?.getContext('2d')?.putImageData(greyPixels(width, height, values), 0, 0);
  }, [width, height, values]);
  return <canvas ref={ref} width={width} height={height} role="img" aria-label={name} />;
}

function greyPixels(width: number, height: number, values: Float32Array): ImageData {
  const pixels = new ImageData(width, height);
  values.forEach((value, i) => {
    const grey = Math.round(255 * value);
    pixels.data.set([grey, grey, grey, 255], 4 * i);
  });
  return pixels;
}
