import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { ClippedText } from '../../ui/ClippedText';
import { formatCount, formatNumber, formatShare } from '../../ui/format';
import { SaveTable } from '../shared/save-table';
import { TermText, withoutMarks } from '../shared/term';
import { useClassNames, useClassWording } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { type Cost, costOf, digitsToTell, pointsBetween, type RecallChange } from './cost';
import styles from './Interventions.module.css';

/** A change as small as this has a bar of full length only if it is as large. */
const LEAST_FULL = 0.02;

interface CostViewProps {
  /** What there is to mute. */
  readonly part: 'filter' | 'unit';
  readonly isPending: boolean;
}

/** What the edits in force cost: in a sentence, and digit by digit. */
export function CostView({ part, isPending }: CostViewProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const names = useClassNames();
  const wording = useClassWording();
  const inForce = useLab((state) => state.interventions);
  if (!inForce) return <p role="status">{t(isPending ? 'reading' : `nothing.${part}`)}</p>;
  const { before, after } = inForce;
  const cost = costOf(before, after);
  const digits = digitsToTell([[before.accuracy, after.accuracy], ...cost.recalls.map(pairOf)]);
  const share = (value: number) => formatShare(value, i18n.language, digits);
  const recalls = withoutMarks(t('recalls', wording));
  const largest = Math.max(LEAST_FULL, ...cost.recalls.map(({ change }) => Math.abs(change)));
  return (
    <div className={styles.cost} data-pending={isPending || undefined}>
      <p role="status" aria-label={t('cost')}>
        <b>
          {t('accuracy', {
            before: share(before.accuracy),
            after: share(after.accuracy),
          })}
        </b>{' '}
        {sentence(cost)}
      </p>
      <table className={styles.recalls} aria-label={recalls}>
        <caption>
          <TermText>{t('recalls', wording)}</TermText>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('digit', wording)}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col">{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {cost.recalls.map((recall) => (
            <RecallRow key={recall.digit} recall={recall} digits={digits} largest={largest} />
          ))}
        </tbody>
      </table>
      <SaveTable name={recalls} />
    </div>
  );

  function sentence({ images, right, lostMost }: Cost): string {
    const all = formatCount(images, i18n.language);
    const key = right < 0 ? 'moreWrong' : right > 0 ? 'fewerWrong' : 'asMany';
    const sum = t(key, { ...wording, count: Math.abs(right), images: all });
    if (!lostMost || lostMost.before === undefined || lostMost.after === undefined) return sum;
    const lost = t('lostMost', {
      ...wording,
      digit: names[lostMost.digit],
      before: share(lostMost.before),
      after: share(lostMost.after),
    });
    return `${sum} ${lost}`;
  }
}

const pairOf = ({ before = 0, after = 0 }: RecallChange) => [before, after] as const;

interface RecallRowProps {
  readonly recall: RecallChange;
  /** After the point, of all percentages. */
  readonly digits: number;
  /** The change whose bar is as long as it gets. */
  readonly largest: number;
}

function RecallRow({ recall, digits, largest }: RecallRowProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const { digit, before, after, change } = recall;
  const name = useClassNames()[digit];
  const share = (value: number | undefined) =>
    value === undefined ? '–' : formatShare(value, i18n.language, digits);
  const points = pointsBetween(...pairOf(recall), digits);
  const written = `${points > 0 ? '+' : ''}${formatNumber(points, i18n.language, digits)}`;
  const length = `${(50 * Math.abs(change)) / largest}%`;
  return (
    <tr>
      <th scope="row">
        <ClippedText>{name ?? ''}</ClippedText>
      </th>
      <td>{share(before)}</td>
      <td>{share(after)}</td>
      <td className={styles.change} data-sign={Math.sign(change)}>
        <span>{change === 0 ? '0' : t('points', { points: written })}</span>
        <i aria-hidden="true" style={{ '--length': length } as CSSProperties} />
      </td>
    </tr>
  );
}
