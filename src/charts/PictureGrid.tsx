import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ColourScale } from './colour-scale';
import styles from './PictureGrid.module.css';
import { cellAfter, type GridLayout, gridLayout, gridPixels, type Pictures } from './picture-grid';
import { SaveMenu, type SaveTexts } from './SaveMenu';
import { canvasPicture } from './save-picture';

interface PictureGridProps {
  readonly pictures: Pictures;
  readonly scaleOf: (picture: number) => ColourScale;
  /** Of the whole grid. */
  readonly label: string;
  readonly save: SaveTexts;
  /** Of one picture, a button. A new function renders all buttons again. */
  readonly nameOf: (picture: number) => string;
  readonly selected: number | undefined;
  /** Those that are struck through. */
  readonly struck?: ReadonlySet<number>;
  readonly onSelect: (picture: number) => void;
}

/** Many small pictures on one canvas, each a button; one stop for Tab, arrow keys between them. */
export function PictureGrid({ pictures, scaleOf, save, ...buttons }: PictureGridProps) {
  const { count, width, height } = pictures;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState(0);
  const layout = useMemo(() => gridLayout({ count, width, height }, room), [count, width, height, room]);

  useEffect(() => {
    if (!frame.current) return;
    const size = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    size.observe(frame.current);
    return () => size.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (room === 0) return;
    const image = new ImageData(gridPixels(pictures, layout, scaleOf), layout.width, layout.height);
    canvas.current?.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  }, [pictures, layout, scaleOf, room]);

  return (
    <div ref={frame} className={styles.frame}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={layout.width}
        height={layout.height}
        aria-hidden
      />
      <SaveMenu
        name={buttons.label}
        texts={save}
        picture={(format) => canvasPicture(canvas.current as HTMLCanvasElement, format)}
      />
      {room > 0 && <Cells count={count} layout={layout} {...buttons} />}
    </div>
  );
}

interface CellsProps extends Omit<PictureGridProps, 'pictures' | 'scaleOf' | 'save'> {
  readonly count: number;
  readonly layout: GridLayout;
}

/** Apart from the canvas, so that new values of the pictures don't render hundreds of buttons. */
const Cells = memo(function Cells(props: CellsProps) {
  const { count, layout, label, nameOf, selected, struck, onSelect } = props;
  const { columns, cell, gap } = layout;
  const [focused, setFocused] = useState(0);
  const stop = Math.min(selected ?? focused, count - 1);

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>): void {
    const cells = [...event.currentTarget.querySelectorAll('button')];
    const at = cells.indexOf(event.target as HTMLButtonElement);
    const next = cellAfter(event.key, at, count, columns);
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    cells[next]?.focus();
    setFocused(next);
  }

  return (
    <fieldset
      aria-label={label}
      className={styles.cells}
      style={{
        gridTemplateColumns: `repeat(${columns}, ${cell.width}px)`,
        gridAutoRows: cell.height,
        gap,
      }}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: count }, (_, picture) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: pictures have no identity but their place
          key={picture}
          type="button"
          aria-label={nameOf(picture)}
          title={nameOf(picture)}
          aria-pressed={picture === selected}
          data-struck={struck?.has(picture) || undefined}
          tabIndex={picture === stop ? 0 : -1}
          onClick={() => onSelect(picture)}
        />
      ))}
    </fieldset>
  );
});
