import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ranked } from '../../metrics/top';
import { ClippedText } from '../../ui/ClippedText';
import { formatShare } from '../../ui/format';
import { isWord } from '../../ui/is-word';
import { useOutputNames } from '../shared/use-class-names';
import styles from './Probabilities.module.css';

/** So many stand in the list that screen readers hear; the rest is to be seen. */
const TOP = 3;
/** Of more classes, only the likeliest have bars: the rest share next to nothing. */
const MOST_BARS = 10;

interface ProbabilitiesProps {
  /** All classes, the likeliest first; undefined without an answer. */
  readonly rows: readonly Ranked[] | undefined;
  /** Whether they say anything: what is read may be no digit. */
  readonly isLowConfidence: boolean | undefined;
}

/** A bar for each class, or the ten likeliest; empty bars while there is no answer. */
export function Probabilities({ rows, isLowConfidence }: ProbabilitiesProps) {
  const { t, i18n } = useTranslation();
  const names = useOutputNames();
  const empty = names.map((_, label): Ranked => ({ label, probability: 0 }));
  const top = rows?.slice(0, TOP) ?? [];
  const bar = ({ label, probability }: Ranked) => (
    <Bar name={names[label] ?? ''} probability={probability}>
      {rows && formatShare(probability, i18n.language)}
    </Bar>
  );
  return (
    <div translate="no" className={styles.bars} data-doubted={isLowConfidence || undefined}>
      {rows && (
        <ol className={styles.bars} aria-label={t('panels.draw.top')}>
          {top.map((row) => (
            <li key={row.label}>{bar(row)}</li>
          ))}
        </ol>
      )}
      <div className={styles.bars} aria-hidden="true">
        {(rows ?? empty).slice(top.length, MOST_BARS).map((row) => (
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
