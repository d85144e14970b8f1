import { useTranslation } from 'react-i18next';
import { type Tally, wilson } from '../../metrics/interval';
import { formatCount, formatNumber, formatShare } from '../../ui/format';
import styles from './OwnDigits.module.css';

/** A share with its 95 % interval, as a cell of a table. */
export function ShareCell({ right, images }: Tally) {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const interval = wilson(right, images);
  if (!interval) return <td>–</td>;
  const bound = (share: number) => formatNumber(100 * share, language, 1);
  return (
    <td>
      <b>{formatShare(right / images, language)}</b>{' '}
      <small className={styles.interval}>
        {bound(interval.low)}–{bound(interval.high)}
      </small>
    </td>
  );
}

/** '14 of 15' */
export function CountCell({ right, images }: Tally) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.own-digits' });
  const count = (value: number) => formatCount(value, i18n.language);
  return <td className={styles.count}>{t('rightOf', { right: count(right), images: count(images) })}</td>;
}
