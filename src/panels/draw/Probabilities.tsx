import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Ranked, ranked } from '../../metrics/top';
import { ClippedText } from '../../ui/ClippedText';
import { formatShare } from '../../ui/format';
import { isWord } from '../../ui/is-word';
import { useClassNames } from '../use-class-names';
import styles from './Probabilities.module.css';

const NO_PROBABILITIES = new Float32Array(10);
/** So many stand in the list that screen readers hear; the rest is to be seen. */
const TOP = 3;

interface ProbabilitiesProps {
  /** Of the digits 0 to 9; they add up to 1. */
  readonly values: Float32Array | undefined;
  /** Whether they say anything: what is read may be no digit. */
  readonly isDoubted: boolean | undefined;
}

/** A bar for each digit, the likeliest first; empty bars while there is no answer. */
export function Probabilities({ values, isDoubted }: ProbabilitiesProps) {
  const { t, i18n } = useTranslation();
  const names = useClassNames();
  const rows = ranked(values ?? NO_PROBABILITIES);
  const top = values ? rows.slice(0, TOP) : [];
  const bar = ({ label, probability }: Ranked) => (
    <Bar name={names[label] ?? ''} probability={probability}>
      {values && formatShare(probability, i18n.language)}
    </Bar>
  );
  return (
    <div className={styles.bars} data-doubted={isDoubted || undefined}>
      {values && (
        <ol className={styles.bars} aria-label={t('panels.draw.top')}>
          {top.map((row) => (
            <li key={row.label}>{bar(row)}</li>
          ))}
        </ol>
      )}
      <div className={styles.bars} aria-hidden="true">
        {rows.slice(top.length).map((row) => (
          <div key={row.label}>{bar(row)}</div>
        ))}
      </div>
    </div>
  );
}

interface BarProps {
  readonly name: string;
  /** 0 to 1 */
  readonly probability: number;
  /** The probability as text. */
  readonly children: ReactNode;
}

function Bar({ name, probability, children }: BarProps) {
  return (
    <div className={styles.row} data-word={isWord(name) || undefined}>
      <div className={styles.track}>
        <div style={{ width: `${100 * probability}%` }} />
      </div>
      <ClippedText>{name}</ClippedText> <span>{children}</span>
    </div>
  );
}
