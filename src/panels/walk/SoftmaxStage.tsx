import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { rangeOf } from '../../charts/value-range';
import { ClippedText } from '../../ui/ClippedText';
import { formatNumber, formatShare } from '../../ui/format';
import { ShareBar } from '../../ui/ShareBar';
import { useOutputNames } from '../shared/use-class-names';
import styles from './SoftmaxStage.module.css';
import type { StageProps } from './stage-props';
import { useScan } from './use-scan';

/** Logits, then their powers of e, then each one's share of the sum. */
const PHASES = 3;

/** The ten logits and what softmax makes of them; while it moves, column after column. */
export function SoftmaxStage({ view, place, isMoving, onEnd, onPick }: StageProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { t: tWalk } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const group = useId();
  const names = useOutputNames();
  const { given, made } = view.values;
  const logits = [...given.values];
  const { min, max } = rangeOf(logits);
  const { shown = PHASES * names.length, finish } = useScan(PHASES * names.length, isMoving, onEnd);
  const isThere = (phase: number, digit: number) => phase * names.length + digit < shown;
  return (
    <fieldset className={styles.classes}>
      <legend className="visually-hidden">{tWalk('made.classes')}</legend>
      <div aria-hidden className={styles.heads}>
        <span />
        <span>{t('logit')}</span>
        <span>{t('power')}</span>
        <span>{t('probability')}</span>
      </div>
      {logits.map((logit, digit) => {
        const power = Math.exp(logit - max);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
          <label key={digit}>
            <input
              type="radio"
              name={group}
              className="visually-hidden"
              checked={digit === place.channel}
              onChange={() => {
                finish();
                onPick({ ...place, channel: digit });
              }}
            />
            <ClippedText>{names[digit] ?? ''}</ClippedText>
            <Bar
              isThere={isThere(0, digit)}
              share={max > min ? (logit - min) / (max - min) : 0}
              text={formatNumber(logit, i18n.language, 2)}
            />
            <Bar isThere={isThere(1, digit)} share={power} text={formatNumber(power, i18n.language, 4)} />
            <Bar
              isThere={isThere(2, digit)}
              share={made.values[digit] ?? 0}
              text={formatShare(made.values[digit] ?? 0, i18n.language, 2)}
              isAnswer
            />
          </label>
        );
      })}
    </fieldset>
  );
}

interface BarProps {
  readonly isThere: boolean;
  /** 0 to 1 */
  readonly share: number;
  readonly text: string;
  readonly isAnswer?: boolean;
}

function Bar({ isThere, share, text, isAnswer = false }: BarProps) {
  return (
    <span className={styles.bar} data-waits={!isThere || undefined}>
      <small translate="no">{text}</small>
      <ShareBar share={isThere ? share : 0} tone={isAnswer ? 'accent' : 'muted'} />
    </span>
  );
}
