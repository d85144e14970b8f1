import { type DragEvent, type RefObject, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../ink/drawing';
import { PAD_SIDE } from '../../ink/stroke';
import { useOutputWording } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { KeyPen } from './KeyPen';
import type { Tool } from './live-stroke';
import styles from './Pad.module.css';
import { paintDrawing, paintEnd } from './paint';
import { usePen } from './use-pen';
import { usePixelRatio } from './use-pixel-ratio';

interface PadProps {
  readonly padRef: RefObject<HTMLDivElement | null>;
  readonly tool: Tool;
  /** For files that are dropped on it. */
  readonly dropHandlers: Readonly<
    Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>
  >;
  /** Files are held over it. */
  readonly isOver: boolean;
}

/** The black square that is drawn on. */
export function Pad({ padRef, tool, dropHandlers, isOver }: PadProps) {
  const { t } = useTranslation();
  const wording = useOutputWording();
  const drawing = useLab((state) => state.drawing);
  const isBlank = useLab((state) => isEmpty(state.liveDrawing));
  const pixels = Math.round(PAD_SIDE * usePixelRatio());
  const { live, handlers } = usePen(tool, drawing);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas of a new size has lost its picture
  useLayoutEffect(() => {
    const canvas = padRef.current?.querySelector('canvas');
    if (!canvas) return;
    paintDrawing(canvas, drawing);
    if (live.current) paintEnd(canvas, live.current, 0);
  }, [drawing, pixels]);

  return (
    <div {...dropHandlers} ref={padRef} className={`${styles.pad} ${isOver ? styles.over : ''}`}>
      <canvas
        {...handlers}
        width={pixels}
        height={pixels}
        role="img"
        aria-label={t('panels.draw.canvas')}
        // No stop for Tab, which leads to the pen for keys; but the shortcuts should work after a stroke.
        tabIndex={-1}
      />
      {(isBlank || isOver) && <p>{t(isOver ? 'panels.draw.dropHere' : 'panels.draw.here', wording)}</p>}
      <KeyPen width={tool.width} />
    </div>
  );
}
