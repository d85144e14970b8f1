import { type RefObject, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../ink/drawing';
import { PAD_SIDE } from '../../ink/stroke';
import { useLab } from '../use-lab';
import styles from './Pad.module.css';
import { paintDrawing, paintEnd } from './paint';
import { usePen } from './use-pen';
import { usePixelRatio } from './use-pixel-ratio';

interface PadProps {
  readonly canvasRef: RefObject<HTMLCanvasElement | null>;
  /** The pen takes ink away. */
  readonly erases: boolean;
}

/** The black square that is drawn on. */
export function Pad({ canvasRef, erases }: PadProps) {
  const { t } = useTranslation();
  const drawing = useLab((state) => state.drawing);
  const pixels = Math.round(PAD_SIDE * usePixelRatio());
  const { live, isDown, handlers } = usePen(erases);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas of a new size has lost its picture
  useLayoutEffect(() => {
    if (!canvasRef.current) return;
    paintDrawing(canvasRef.current, drawing);
    if (live.current) paintEnd(canvasRef.current, live.current, 0);
  }, [drawing, pixels]);

  return (
    <div className={styles.pad}>
      <canvas
        {...handlers}
        ref={canvasRef}
        width={pixels}
        height={pixels}
        role="img"
        aria-label={t('panels.draw.canvas')}
        // No stop for Tab, since keys can't draw; but the shortcuts should work after a stroke.
        tabIndex={-1}
      />
      {isEmpty(drawing) && !isDown && <p>{t('panels.draw.here')}</p>}
    </div>
  );
}
