import { useTranslation } from 'react-i18next';
import { DIGIT_NAMES } from '../../model/class-names';
import { MOST_OWN_DIGITS } from '../../model/own-digit';
import type { LabState } from '../../state/lab-state';
import { isOwnHand } from '../../state/own-digits/own-digits';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/SelectField';
import { useOffers } from '../shared/use-control';
import { useActions, useLab } from '../shared/use-lab';
import styles from './WasItRight.module.css';

/** Where the collected digits are shown. */
const PANEL = 'own-digits';

/** Under an answer about a person's own drawing of a digit: which digit it was. That keeps the drawing, with its label. */
export function WasItRight() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.wasItRight' });
  const answer = useLab(answerToJudge);
  const kept = useLab(keptDigit);
  const count = useLab((state) => state.ownDigits.digits.length);
  const isKept = useLab((state) => state.ownDigits.collected?.isKept);
  const isNewer = useLab((state) => state.ownDigits.keeping === 'newer');
  const hasPanel = useOffers()(PANEL);
  const { collect, removeOwn, open } = useActions();
  if (answer === undefined) return null;
  const isFull = !kept && count >= MOST_OWN_DIGITS;
  const other = kept && kept.label !== answer ? String(kept.label) : '';
  return (
    <fieldset className={styles.question}>
      <legend>{t('title')}</legend>
      <div className={styles.answers}>
        <Button isPressed={kept?.label === answer} isDisabled={isFull} onPress={() => collect(answer)}>
          {t('yes', { digit: answer })}
        </Button>
        <SelectField
          label={t('no')}
          value={other}
          isDisabled={isFull}
          options={[
            { value: '', label: t('choose') },
            ...DIGIT_NAMES.filter((digit) => digit !== String(answer)).map((value) => ({
              value,
              label: value,
            })),
          ]}
          onChange={(value) => {
            if (value) collect(Number(value));
            else if (kept) removeOwn([kept.id]);
          }}
        />
      </div>
      {/* What a press has done is told; the hint comes with every answer. */}
      <p role="status" aria-live={isFull || kept ? 'polite' : 'off'}>
        {isFull && t('full', { most: MOST_OWN_DIGITS })}
        {!isFull && !kept && t('hint')}
        {kept && isKept && t('kept', { digit: kept.label, count })}
        {kept && isKept === false && t(isNewer ? 'forNowNewer' : 'forNow', { digit: kept.label })}
      </p>
      {kept && (
        <div className={styles.answers}>
          <Button
            onPress={(press) => {
              // The button goes: the keyboard stays at the question.
              press.currentTarget.closest('fieldset')?.querySelector('button')?.focus();
              removeOwn([kept.id]);
            }}
          >
            {t('forget')}
          </Button>
          {hasPanel && <Button onPress={() => open(PANEL)}>{t('see')}</Button>}
        </div>
      )}
    </fieldset>
  );
}

/** What was read in a drawing by a person's own hand; undefined where there is nothing to be right about. */
function answerToJudge({ answer, submittedDrawing, dataset }: LabState): number | undefined {
  if (answer.kind !== 'read' || !isOwnHand(submittedDrawing)) return undefined;
  if (dataset.status === 'ready' && dataset.classNames) return undefined;
  if (answer.probabilities.length !== DIGIT_NAMES.length) return undefined;
  return answer.probabilities.indexOf(Math.max(...answer.probabilities));
}

/** As what the drawing in sight was kept, if it was. */
function keptDigit({ ownDigits: { collected, digits }, submittedDrawing }: LabState) {
  if (collected?.drawing !== submittedDrawing) return undefined;
  return digits.find(({ id }) => id === collected.id);
}
