import { useTranslation } from 'react-i18next';
import type { Compared } from '../../metrics/compare-reported';
import { formatPoints, formatShare } from '../../ui/format';
import { TermText } from '../shared/term';
import styles from './AsReported.module.css';

interface OverallProps {
  readonly compared: Compared;
  /** What the run is called. */
  readonly run: string;
}

/** The share of all test images that was read right: reported, here, and whether the difference is more than chance. */
export function Overall({ compared, run: name }: OverallProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const points = (difference: number) => formatPoints(difference, i18n.language);
  const share = (value: number) => formatShare(value, i18n.language, 2);
  const { reported, run, difference, interval } = compared;
  const verdict =
    !interval || (interval.low <= 0 && interval.high >= 0) ? 'chance' : run > reported ? 'better' : 'worse';
  return (
    <div className={styles.overall}>
      <dl className={styles.pair}>
        <div>
          <dt>{t('reported')}</dt>
          <dd>{share(reported)}</dd>
        </div>
        <div>
          <dt>{name}</dt>
          <dd>{share(run)}</dd>
        </div>
        {interval && (
          <div>
            <dt>{t('difference')}</dt>
            <dd>
              {points(difference)}{' '}
              <small>{t('interval', { low: points(interval.low), high: points(interval.high) })}</small>
            </dd>
          </div>
        )}
      </dl>
      <p>
        <TermText>{t(`verdict.${verdict}`)}</TermText>
      </p>
    </div>
  );
}
