import { useTranslation } from 'react-i18next';
import { IMAGE_SIDE } from '../../ink/center';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { drawingTip } from './drawing-tip';
import styles from './LowConfidenceNote.module.css';
import type { LowConfidence } from './use-low-confidence';

/** How to draw so that it is read, beside what the network saw. */
export function LowConfidenceNote({ seen, isOutOfDistribution }: LowConfidence) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.lowConfidence' });
  return (
    <div className={styles.lowConfidence} data-strange={isOutOfDistribution || undefined}>
      <PixelCanvas
        pixels={greyPixels({ width: IMAGE_SIDE, height: IMAGE_SIDE, values: seen.image })}
        name={t('seen')}
        className={styles.image}
      />
      <div>
        <p>{t(`tip.${drawingTip(seen)}`)}</p>
      </div>
    </div>
  );
}
