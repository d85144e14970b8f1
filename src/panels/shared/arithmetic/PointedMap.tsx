import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { type ColourScale, colouredPixels } from '../../../charts/colour-scale';
import type { LayerOutput } from '../../../protocol/inspect';
import { PixelCanvas } from '../../../ui/PixelCanvas';
import styles from './Arithmetic.module.css';
import { Outline } from './Outline';
import { indexOf, type Place, pictureOf, pixelOf } from './picture';

interface PointedMapProps {
  readonly label: string;
  readonly output: LayerOutput;
  readonly filter: number;
  readonly scale: ColourScale;
  readonly place: Place;
  /** Pixels that are in place, row by row; left open, all. */
  readonly shown?: number | undefined;
  /** The pointer is over a value, or has left. */
  readonly onHover?: (place: Place | undefined) => void;
  /** A value was clicked, or gone to with the arrow keys. */
  readonly onPick: (place: Place) => void;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The selected map, large: whoever points at a value is told how it came about. */
export function PointedMap(props: PointedMapProps) {
  const { label, output, filter, scale, place, shown, onHover, onPick } = props;
  const { shape, values } = output;
  const picture = useMemo(() => pictureOf(shape, filter), [shape, filter]);
  const { width, height, placeAt } = picture;
  const pixels = useMemo(
    () =>
      colouredPixels(width, height, scale, (pixel) => {
        const at = shown === undefined || pixel < shown ? placeAt(pixel) : undefined;
        return at && values[indexOf(shape, at)];
      }),
    [width, height, placeAt, scale, shape, values, shown],
  );
  const pixel = pixelOf(shape, place);
  const [row, column] = [Math.floor(pixel / width), pixel % width];

  return (
    <div
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move over its values
      tabIndex={0}
      className={styles.pointed}
      onPointerMove={(event) => onHover?.(placeUnder(event))}
      onPointerLeave={() => onHover?.(undefined)}
      onPointerDown={(event) => pick(placeUnder(event))}
      onKeyDown={move}
    >
      <Outline
        width={width}
        height={height}
        area={{ top: row, left: column, bottom: row + 1, right: column + 1 }}
      >
        <PixelCanvas pixels={pixels} className={styles.canvas} />
      </Outline>
    </div>
  );

  function pick(at: Place | undefined): void {
    if (at) onPick(at);
  }

  function placeUnder({ currentTarget, clientX, clientY }: PointerEvent): Place | undefined {
    const box = currentTarget.getBoundingClientRect();
    const x = Math.floor(((clientX - box.left) / box.width) * width);
    const y = Math.floor(((clientY - box.top) / box.height) * height);
    return x >= 0 && y >= 0 && x < width && y < height ? placeAt(y * width + x) : undefined;
  }

  function move(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const [y, x] = [row + step[0], column + step[1]];
    if (x >= 0 && y >= 0 && x < width && y < height) pick(placeAt(y * width + x));
  }
}
