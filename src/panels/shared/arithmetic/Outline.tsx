import type { ReactNode } from 'react';
import type { Area } from '../../../model/receptive-field';
import styles from './Arithmetic.module.css';

interface OutlineProps {
  /** Of the picture below, pixels. */
  readonly width: number;
  readonly height: number;
  readonly area: Area | undefined;
  /** A larger area around it, where padding is; drawn where it differs. */
  readonly whole?: Area;
  readonly children: ReactNode;
}

/** A picture with a frame around some of its pixels, visible on every colour. */
export function Outline({ width, height, area, whole, children }: OutlineProps) {
  return (
    <div className={styles.picture} style={{ aspectRatio: `${width} / ${height}` }}>
      {children}
      <svg aria-hidden viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        {whole && <Frame area={whole} className={styles.whole} />}
        {area && <Frame area={area} className={styles.halo} />}
        {area && <Frame area={area} className={styles.frame} />}
      </svg>
    </div>
  );
}

interface FrameProps {
  readonly area: Area;
  readonly className: string | undefined;
}

function Frame({ area: { top, left, bottom, right }, className }: FrameProps) {
  return (
    <rect
      className={className}
      x={left}
      y={top}
      width={Math.max(0, right - left)}
      height={Math.max(0, bottom - top)}
    />
  );
}
