import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toInk } from '../../model/grey';
import { INPUT_SIDE } from '../../model/network';
import type { OwnDigit } from '../../model/own-digit';
import type { ImageReadings } from '../../protocol/fine-tune';
import { Button } from '../../ui/Button';
import { formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { VirtualGrid } from '../../ui/VirtualGrid';
import { useActions } from '../shared/use-lab';
import styles from './OwnDigits.module.css';

interface GalleryProps {
  readonly digits: readonly OwnDigit[];
  /** Undefined until the network has read them, and where it is not trained. */
  readonly readings: ImageReadings | undefined;
}

/** The collected digits, the last one first; one can be chosen, to be removed or drawn on. */
export function Gallery({ digits, readings }: GalleryProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const { removeOwn, sendToCanvas } = useActions();
  const [chosen, setChosen] = useState<string>();
  const last = digits.length - 1;
  const index = digits.findIndex(({ id }) => id === chosen);
  const digit = digits[index];
  const written = useMemo(
    () => new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }),
    [i18n.language],
  );
  return (
    <>
      <VirtualGrid
        label={t('list')}
        count={digits.length}
        minWidth={92}
        rowHeight={128}
        selected={digit ? last - index : undefined}
        onSelect={(at) => setChosen(digits[last - at]?.id)}
      >
        {(at) => <Item digit={digits[last - at]} at={last - at} readings={readings} />}
      </VirtualGrid>
      <div className={styles.chosen}>
        <Note role="status">
          {digit
            ? t('chosen', { digit: digit.label, date: written.format(new Date(digit.date)) })
            : t('choose')}
        </Note>
        <Button isDisabled={!digit} onPress={() => digit && removeOwn([digit.id])}>
          {t('remove')}
        </Button>
        <Button isDisabled={!digit} onPress={() => digit && sendToCanvas(toInk(digit.image))}>
          {t('toCanvas')}
        </Button>
      </div>
    </>
  );
}

interface ItemProps {
  readonly digit: OwnDigit | undefined;
  readonly at: number;
  readonly readings: ImageReadings | undefined;
}

function Item({ digit, at, readings }: ItemProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const pixels = useMemo(
    () =>
      digit &&
      greyPixels({
        width: INPUT_SIDE,
        height: INPUT_SIDE,
        values: toInk(digit.image),
      }),
    [digit],
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
