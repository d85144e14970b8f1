import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveMenu } from '../../charts/SaveMenu';
import { canvasPicture } from '../../charts/save-picture';
import type { Projection } from '../../protocol/inspect';
import { formatCount } from '../../ui/format';
import { useChartTexts } from '../shared/use-chart-texts';
import { useClassNames } from '../shared/use-class-names';
import { classMarks } from './class-marks';
import { PointCard } from './PointCard';
import { type Direction, isInSight, plotPoints, pointAt, pointTowards } from './plot-points';
import styles from './Scatter.module.css';
import { useElementSize } from './use-element-size';
import { usePaintedPoints } from './use-painted-points';

interface ScatterProps {
  readonly projection: Projection;
  /** uint8, [n, 784]; undefined until they are there */
  readonly images: Uint8Array | undefined;
  readonly isEmphasised: (index: number) => boolean;
  /** Only the group of the emphasised points is in sight, large. */
  readonly isCloser: boolean;
  readonly selected: number | undefined;
  readonly onSelect: (index: number) => void;
}

/** How far from a point it can be pointed at, pixels. */
const REACH = 12;
const DIRECTIONS: Readonly<Partial<Record<string, Direction>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * The points, to be pointed at, or walked through with the arrow keys; Enter selects. On a canvas of its own and not
 * in Plotly, where 2,000 points are 2,000 elements whose redraw takes longer than a frame.
 */
export function Scatter({ projection, images, isEmphasised, isCloser, selected, onSelect }: ScatterProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.projection' });
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const hint = useId();
  const size = useElementSize(plot);
  const focus = isCloser ? isEmphasised : undefined;
  const points = useMemo(() => size && plotPoints(projection.points, size, focus), [projection, size, focus]);
  const [pointed, setPointed] = useState<number>();
  const isDense = projection.method === 'umap' && !isCloser;
  const names = useClassNames();
  const marks = useMemo(() => classMarks(names), [names]);
  usePaintedPoints(canvas, { projection, isDense, points, isEmphasised, size, marks });

  const isOffered = (index: number) =>
    isEmphasised(index) && points !== undefined && size !== undefined && isInSight(points, index, size);
  const pointTo = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    if (!points) return;
    setPointed(pointAt(points, event.clientX - box.left, event.clientY - box.top, REACH, isOffered));
  };
  const walk = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (!points || event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction) {
      event.preventDefault();
      const from = pointed ?? selected;
      const next = from === undefined ? middle() : pointTowards(points, from, direction, isOffered);
      if (next !== undefined) setPointed(next);
    } else if (event.key === 'Escape') {
      setPointed(undefined);
    } else if ((event.key === 'Enter' || event.key === ' ') && pointed !== undefined) {
      event.preventDefault();
      onSelect(pointed);
    }
  };
  const middle = () =>
    points && size && pointAt(points, size.width / 2, size.height / 2, Number.POSITIVE_INFINITY, isOffered);
  const label = t('plot', { images: formatCount(projection.truth.length, i18n.language) });
  return (
    <div className={styles.frame}>
      <div
        ref={plot}
        className={styles.plot}
        role="application"
        aria-label={label}
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked through with the arrow keys
        tabIndex={0}
        onPointerMove={pointTo}
        onPointerDown={pointTo}
        onPointerLeave={() => setPointed(undefined)}
        onClick={() => pointed !== undefined && onSelect(pointed)}
        onKeyDown={walk}
        onBlur={() => setPointed(undefined)}
      >
        <canvas ref={canvas} />
        {points && selected !== undefined && <Ring at={points.at} index={selected} isSelected />}
        {points && pointed !== undefined && <Ring at={points.at} index={pointed} />}
        {points && size && pointed !== undefined && (
          <PointCard projection={projection} index={pointed} images={images} at={points.at} size={size} />
        )}
        <p id={hint} className="visually-hidden">
          {t('keys')}
        </p>
      </div>
      <SaveMenu
        name={label}
        texts={useChartTexts().save}
        picture={(format) => canvasPicture(canvas.current as HTMLCanvasElement, format)}
      />
    </div>
  );
}

interface RingProps {
  readonly at: Float32Array;
  readonly index: number;
  readonly isSelected?: boolean;
}

function Ring({ at, index, isSelected = false }: RingProps) {
  const place = { left: at[2 * index], top: at[2 * index + 1] };
  return (
    <span className={styles.ring} data-selected={isSelected || undefined} style={place} aria-hidden="true" />
  );
}
