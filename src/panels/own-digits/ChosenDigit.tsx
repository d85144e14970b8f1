import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { toInk } from '../../model/grey';
import type { OwnDigit } from '../../model/own-digit';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { SegmentedField } from '../../ui/SegmentedField';
import { Toolbar } from '../../ui/Toolbar';
import { useActions, useLab } from '../shared/use-lab';
import styles from './OwnDigits.module.css';

const LABELS = Array.from({ length: 10 }, (_, digit) => String(digit));

interface ChosenDigitProps {
  /** Undefined where none is chosen. */
  readonly digit: OwnDigit | undefined;
  /** Around the button that takes back what was done last, which is always there. */
  readonly undo: RefObject<HTMLSpanElement | null>;
  readonly onRemove: (digit: OwnDigit) => void;
  readonly onChoose: (id: string) => void;
}

/** What can be done with the digit that is chosen, and what was done last. */
export function ChosenDigit({ digit, undo, onRemove, onChoose }: ChosenDigitProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const hasDigits = useLab((state) => state.ownDigits.digits.length > 0);
  const changed = useLab((state) => state.ownDigits.changed);
  const { relabelOwn, sendToCanvas, takeBackOwn } = useActions();
  const written = useMemo(
    () => new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }),
    [i18n.language],
  );
  return (
    <div className={styles.chosen}>
      {hasDigits && (
        <Note role="status">
          {digit
            ? t('chosen', { digit: digit.label, date: written.format(new Date(digit.date)) })
            : t('choose')}
        </Note>
      )}
      <Note role="status">
        {changed?.label !== undefined &&
          t('relabelled', { digit: changed.label, before: changed.before.label })}
        {changed && changed.label === undefined && t('removed', { digit: changed.before.label })}
      </Note>
      <Toolbar>
        {hasDigits && (
          <>
            <SegmentedField
              label={t('label')}
              value={digit ? String(digit.label) : ''}
              options={LABELS.map((value) => ({ value, label: value, isDisabled: !digit }))}
              onChange={(value) => digit && relabelOwn(digit.id, Number(value))}
            />
            <Button isDisabled={!digit} onPress={() => digit && onRemove(digit)}>
              {t('remove')}
            </Button>
            <Button isDisabled={!digit} onPress={() => digit && sendToCanvas(toInk(digit.image))}>
              {t('toCanvas')}
            </Button>
          </>
        )}
        <span ref={undo}>
          <Button
            isDisabled={!changed}
            onPress={() => {
              if (changed) onChoose(changed.before.id);
              takeBackOwn();
            }}
          >
            {t('undo')}
          </Button>
        </span>
      </Toolbar>
    </div>
  );
}
