import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toInk } from '../../model/grey';
import { INPUT_SIDE } from '../../model/network';
import type { OwnDigit } from '../../model/own-digit';
import type { ImageReadings } from '../../protocol/fine-tune';
import { formatShare } from '../../ui/format';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import styles from './OwnDigits.module.css';

interface GalleryItemProps {
  readonly digit: OwnDigit | undefined;
  /** Its place among the readings. */
  readonly at: number;
  readonly readings: ImageReadings | undefined;
}

/** One of the collected digits: what it is, and what the network reads. */
export function GalleryItem({ digit, at, readings }: GalleryItemProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const image = digit?.image;
  const pixels = useMemo(
    () => image && greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: toInk(image) }),
    [image],
  );
  if (!digit) return null;
  const read = readings?.predicted[at];
  const isRight = read === digit.label;
  return (
    <div className={styles.item}>
      <PixelCanvas pixels={pixels} className={styles.digit} />
      <span>
        <b>{digit.label}</b>{' '}
        {read === undefined ? (
          t('unread')
        ) : (
          <span className={isRight ? styles.right : styles.wrong}>{t('readAs', { digit: read })}</span>
        )}
      </span>
      {read !== undefined && <small>{formatShare(readings?.probability[at] ?? 0, i18n.language)}</small>}
    </div>
  );
}
