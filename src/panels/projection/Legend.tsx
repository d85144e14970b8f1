import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { focusBefore } from '../../ui/focus-before';
import { formatCount } from '../../ui/format';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import { classMarks } from './class-marks';
import { digitColour } from './digit-colours';
import styles from './Legend.module.css';

interface LegendProps {
  readonly truth: Uint8Array | undefined;
  readonly isCloser: boolean;
  readonly onCloser: (isCloser: boolean) => void;
}

/** Whose mark is whose. A digit, when pressed, stands out from the others; pressed again, all do. */
export const Legend = memo(function Legend({ truth, isCloser, onCloser }: LegendProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.projection.legend' });
  const names = useClassNames();
  const wording = useClassWording();
  const marks = classMarks(names);
  const { select } = useActions();
  const selected = useLab((state) => state.selection.digit);
  const cell = useLab((state) => state.selection.cell);
  return (
    <div className={styles.legend}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; these are buttons */}
      <div className={styles.digits} role="group" aria-label={t('label', wording)}>
        {names.map((name, digit) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the class
            key={digit}
            type="button"
            className={styles.digit}
            style={{ color: digitColour(digit) }}
            aria-pressed={selected === digit}
            aria-label={t('digit', {
              digit: name,
              images: formatCount(truth?.filter((label) => label === digit).length ?? 0, i18n.language),
            })}
            onClick={() => select({ digit: selected === digit ? undefined : digit })}
          >
            {marks[digit]}
            {name !== marks[digit] && <span>{name}</span>}
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
        <Button
          onPress={({ currentTarget }) => {
            focusBefore(currentTarget);
            select({ cell: undefined });
          }}
        >
          {t('wholeMatrix')}
        </Button>
      )}
    </div>
  );
});
