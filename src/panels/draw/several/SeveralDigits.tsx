import { useTranslation } from 'react-i18next';
import { IMAGE_SIDE } from '../../../ink/center';
import { formatShare } from '../../../ui/format';
import { PixelCanvas } from '../../../ui/PixelCanvas';
import { greyPixels } from '../../../ui/pixels';
import styles from './SeveralDigits.module.css';
import type { DigitRead } from './use-several-digits';

/** Each digit of a number as the network saw it, what it was read as, and how surely. */
export function SeveralDigits({ digits }: { readonly digits: readonly DigitRead[] }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.draw' });
  return (
    <ol className={styles.digits} aria-label={t('several.list')}>
      {digits.map(({ image, first }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a digit of a number is known by
        <li key={place}>
          <PixelCanvas
            pixels={greyPixels({ width: IMAGE_SIDE, height: IMAGE_SIDE, values: image })}
            name={t('lowConfidence.seen')}
            className={styles.image}
          />
          <span translate="no">
            <b>{first.label}</b>, {formatShare(first.probability, i18n.language)}
          </span>
        </li>
      ))}
    </ol>
  );
}
