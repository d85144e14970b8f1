import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { INPUT_SIDE } from '../../model/network';
import type { ImageSummary } from '../../protocol/inspect';
import { formatCount, formatShare } from '../../ui/format';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { ShareBar } from '../../ui/ShareBar';
import { useClassNames } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import { meanImage } from './browsed-images';
import styles from './ClassCards.module.css';

/** The ten classes side by side: mean image, how many images, and their share. Pressed, the wall shows only them. */
export function ClassCards({ summary }: { readonly summary: ImageSummary }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.data-browser' });
  const { select } = useActions();
  const names = useClassNames();
  const selected = useLab((state) => state.selection.digit);
  const { counts, positions } = summary;
  const most = Math.max(1, ...counts);
  const pictures = useMemo(
    () =>
      names.map((_, digit) =>
        greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: meanImage(summary, digit) }),
      ),
    [names, summary],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons
    <div className={styles.cards} role="group" aria-label={t('classes')}>
      {names.map((name, digit) => {
        const count = counts[digit] ?? 0;
        const images = formatCount(count, i18n.language);
        const share = formatShare(count / positions.length, i18n.language);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class
            key={digit}
            type="button"
            className={styles.card}
            aria-pressed={selected === digit}
            aria-label={t('card', { name, images, share })}
            title={name}
            onClick={() => select({ digit: selected === digit ? undefined : digit })}
          >
            <PixelCanvas pixels={pictures[digit]} className={styles.mean} />
            <b>{name}</b>
            <ShareBar share={count / most} tone="accent" className={styles.share} />
            <span>{images}</span>
            <small>{share}</small>
          </button>
        );
      })}
    </div>
  );
}
