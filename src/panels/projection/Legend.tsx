import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASSES } from '../../model/network';
import { Button } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { useActions, useLab } from '../use-lab';
import { digitColour } from './digit-colours';
import styles from './Legend.module.css';

const DIGITS = Array.from({ length: CLASSES }, (_, digit) => digit);

interface LegendProps {
  readonly truth: Uint8Array | undefined;
  readonly isCloser: boolean;
  readonly onCloser: (isCloser: boolean) => void;
}

/** Whose mark is whose. A digit, when pressed, stands out from the others; pressed again, all do. */
export const Legend = memo(function Legend({ truth, isCloser, onCloser }: LegendProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.projection.legend' });
  const { select } = useActions();
  const selected = useLab((state) => state.selection.digit);
  const cell = useLab((state) => state.selection.cell);
  return (
    <div className={styles.legend}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons */}
      <div className={styles.digits} role="group" aria-label={t('label')}>
        {DIGITS.map((digit) => (
          <button
            key={digit}
            type="button"
            className={styles.digit}
            style={{ color: digitColour(digit) }}
            aria-pressed={selected === digit}
            aria-label={t('digit', {
              digit,
              images: formatCount(truth?.filter((label) => label === digit).length ?? 0, i18n.language),
            })}
            onClick={() => select({ digit: selected === digit ? undefined : digit })}
          >
            {digit}
          </button>
        ))}
      </div>
      <span className={styles.error}>{t('error')}</span>
      {(selected !== undefined || cell) && (
        <label className={styles.closer}>
          <input type="checkbox" checked={isCloser} onChange={(event) => onCloser(event.target.checked)} />
          {t('closer')}
        </label>
      )}
      {selected === undefined && cell && (
        <Button onPress={() => select({ cell: undefined })}>{t('wholeMatrix')}</Button>
      )}
    </div>
  );
});
