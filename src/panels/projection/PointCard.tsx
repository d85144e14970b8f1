import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Projection } from '../../protocol/inspect';
import { formatCount } from '../../ui/format';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { useClassNames } from '../shared/use-class-names';
import { digitPixels } from './digit-pixels';
import styles from './PointCard.module.css';
import type { PlotSize } from './plot-points';

interface PointCardProps {
  readonly projection: Projection;
  readonly index: number;
  readonly images: Uint8Array | undefined;
  readonly at: Float32Array;
  readonly size: PlotSize;
}

/** What is pointed at: its image, what it is and what it is read as. On the side where there is room. */
export function PointCard({ projection, index, images, at, size }: PointCardProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.projection' });
  const pixels = useMemo(() => images && digitPixels(images, index), [images, index]);
  const [x = 0, y = 0] = at.subarray(2 * index);
  const place = {
    ...(x < size.width / 2 ? { left: x + 16 } : { right: size.width - x + 16 }),
    ...(y < size.height / 2 ? { top: Math.max(4, y - 24) } : { bottom: Math.max(4, size.height - y - 24) }),
  };
  const names = useClassNames();
  const truth = projection.truth[index] ?? 0;
  const predicted = projection.predicted[index] ?? 0;
  return (
    <div
      className={styles.card}
      style={place}
      aria-live="polite"
      data-wrong={truth !== predicted || undefined}
    >
      <PixelCanvas pixels={pixels} className={styles.image} />
      <p>
        <b>
          {t(truth === predicted ? 'card.right' : 'card.wrong', {
            truth: names[truth],
            predicted: names[predicted],
          })}
        </b>
        <span>
          {t(`card.image.${projection.part}`, {
            position: formatCount(projection.positions[index] ?? 0, i18n.language),
          })}
        </span>
      </p>
    </div>
  );
}
