import { memo, useMemo } from 'react';
import { INPUT_SIDE } from '../../model/network';
import type { ImageRef, Readings } from '../../protocol/data/images';
import { ClippedText } from '../../ui/ClippedText';
import { formatShare } from '../../ui/format';
import { isWord } from '../../ui/is-word';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { sureness } from '../shared/errors-in';
import { useImage } from '../shared/use-image';
import styles from './Misclassified.module.css';

interface GalleryItemProps {
  readonly readings: Readings;
  /** In the readings. */
  readonly index: number;
  /** 'read as', in the page's language. Given, because dozens of items are made at once. */
  readonly readAs: string;
  readonly language: string;
  /** Of the classes, [10]. */
  readonly names: readonly string[];
}

/** One image with its true digit, what it is read as, and how surely. */
export const GalleryItem = memo(function GalleryItem(props: GalleryItemProps) {
  const { readings, index, readAs, language, names } = props;
  const { part, positions, truth, predicted } = readings;
  const position = positions[index] as number;
  const ref = useMemo<ImageRef>(
    () => ({ set: part === 'test' ? 'test' : 'train', position }),
    [part, position],
  );
  const found = useImage(ref);
  const pixels = useMemo(
    () => found && greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: found.image }),
    [found],
  );
  return (
    <div className={styles.item}>
      <PixelCanvas pixels={pixels} className={styles.digit} />
      <span className={styles.reading} data-words={names.some(isWord) || undefined}>
        <b className={styles.truth}>
          <ClippedText>{names[truth[index] as number] ?? ''}</ClippedText>
        </b>{' '}
        <span>
          {readAs}{' '}
          <b className={truth[index] === predicted[index] ? styles.truth : styles.wrong}>
            <ClippedText>{names[predicted[index] as number] ?? ''}</ClippedText>
          </b>
        </span>
      </span>
      <small>{formatShare(sureness(readings, index), language)}</small>
    </div>
  );
});
