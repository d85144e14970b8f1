import { useTranslation } from 'react-i18next';
import { accuracyOf, type RunReading } from '../../state/history/run-record';
import { formatNumber } from '../../ui/format';

interface AccuracyCellProps {
  readonly reading: Pick<RunReading, 'right' | 'images'> | undefined;
}

/** A share of images read right, in percent, with its 95 % interval. */
export function AccuracyCell({ reading }: AccuracyCellProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.runs' });
  if (!reading) return <td>–</td>;
  const { value, low, high } = accuracyOf(reading);
  const percent = (share: number) => formatNumber(100 * share, i18n.language, 2);
  return (
    <td>
      <b>{percent(value)}</b>
      <small>{t('interval', { low: percent(low), high: percent(high) })}</small>
    </td>
  );
}
