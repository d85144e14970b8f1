import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { IMAGE_SIDE } from '../../../ink/center';
import { formatShare } from '../../../ui/format';
import { PixelCanvas } from '../../../ui/PixelCanvas';
import { greyPixels } from '../../../ui/pixels';
import { useOutputNames, useOutputWording } from '../../shared/use-class-names';
import styles from './SeveralDigits.module.css';
import type { DigitRead } from './use-several-digits';

/** So many stand in a row at most; more are spread evenly over rows. */
const MOST_IN_ROW = 4;

/** Each digit of a number as the network saw it, what it was read as, and how surely. */
export function SeveralDigits({ digits }: { readonly digits: readonly DigitRead[] }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.draw' });
  const names = useOutputNames();
  const wording = useOutputWording();
  const rows = Math.ceil(digits.length / MOST_IN_ROW);
  const columns = { '--columns': Math.ceil(digits.length / rows) } as CSSProperties;
  return (
    <ol className={styles.digits} style={columns} aria-label={t('several.list', wording)}>
      {digits.map(({ image, first }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a digit of a number is known by
        <li key={place}>
          <PixelCanvas
            pixels={greyPixels({ width: IMAGE_SIDE, height: IMAGE_SIDE, values: image })}
            name={t('lowConfidence.seen')}
            className={styles.image}
          />
          <span translate="no">
            <b>{names[first.label]}</b>, {formatShare(first.probability, i18n.language)}
          </span>
        </li>
      ))}
    </ol>
  );
}
