import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatShare } from '../../ui/format';
import { useLab } from '../use-lab';
import { type Cost, costOf, type RecallChange } from './cost';
import styles from './Interventions.module.css';

/** A change as small as this has a bar of full length only if it is as large. */
const LEAST_FULL = 0.02;

/** What the edits in force cost: in a sentence, and digit by digit. */
export function CostView({ isPending }: { readonly isPending: boolean }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.interventions' });
  const inForce = useLab((state) => state.interventions);
  if (!inForce) return <p role="status">{t(isPending ? 'reading' : 'nothing')}</p>;
  const { before, after } = inForce;
  const cost = costOf(before, after);
  const largest = Math.max(LEAST_FULL, ...cost.recalls.map(({ change }) => Math.abs(change)));
  return (
    <div className={styles.cost} data-pending={isPending || undefined}>
      <p role="status" aria-label={t('cost')}>
        <b>
          {t('accuracy', {
            before: formatShare(before.accuracy, i18n.language),
            after: formatShare(after.accuracy, i18n.language),
          })}
        </b>{' '}
        {sentence(cost)}
      </p>
      <table className={styles.recalls}>
        <caption className="visually-hidden">{t('recalls')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('digit')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col">{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {cost.recalls.map((recall) => (
            <RecallRow key={recall.digit} recall={recall} largest={largest} />
          ))}
        </tbody>
      </table>
    </div>
  );

  function sentence({ images, right, lostMost }: Cost): string {
    const all = formatCount(images, i18n.language);
    const key = right < 0 ? 'moreWrong' : right > 0 ? 'fewerWrong' : 'asMany';
    const sum = t(key, { count: Math.abs(right), images: all });
    if (!lostMost || lostMost.before === undefined || lostMost.after === undefined) return sum;
    const lost = t('lostMost', {
      digit: lostMost.digit,
      before: formatShare(lostMost.before, i18n.language),
      after: formatShare(lostMost.after, i18n.language),
    });
    return `${sum} ${lost}`;
  }
}

interface RecallRowProps {
  readonly recall: RecallChange;
  /** The change whose bar is as long as it gets. */
  readonly largest: number;
}

function RecallRow({ recall: { digit, before, after, change }, largest }: RecallRowProps) {
  const { i18n } = useTranslation();
  const share = (value: number | undefined) =>
    value === undefined ? '–' : formatShare(value, i18n.language);
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  const length = `${(50 * Math.abs(change)) / largest}%`;
  return (
    <tr>
      <th scope="row">{digit}</th>
      <td>{share(before)}</td>
      <td>{share(after)}</td>
      <td className={styles.change} data-sign={Math.sign(change)}>
        <span>{change === 0 ? '0' : `${sign}${formatShare(Math.abs(change), i18n.language)}`}</span>
        <i aria-hidden="true" style={{ '--length': length } as CSSProperties} />
      </td>
    </tr>
  );
}
