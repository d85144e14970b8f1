import type { Readings } from '../../protocol/data/images';
import { ClippedText } from '../../ui/ClippedText';
import { formatShare } from '../../ui/format';
import { isWord } from '../../ui/is-word';
import { sureness } from '../shared/errors-in';
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

/** Below an image: its true digit, what it is read as, and how surely. */
export function GalleryItem({ readings, index, readAs, language, names }: GalleryItemProps) {
  const { truth, predicted } = readings;
  const isRight = truth[index] === predicted[index];
  return (
    <>
      <span className={styles.reading} data-words={names.some(isWord) || undefined}>
        <b className={styles.truth}>
          <ClippedText>{names[truth[index] as number] ?? ''}</ClippedText>
        </b>{' '}
        <span>
          {readAs}{' '}
          <b className={isRight ? styles.truth : styles.wrong}>
            <ClippedText>{names[predicted[index] as number] ?? ''}</ClippedText>
          </b>
        </span>
      </span>
      <small>{formatShare(sureness(readings, index), language)}</small>
    </>
  );
}
