import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfusionCounts } from '../../metrics/confusion';
import { formatCount } from '../../ui/format';
import styles from './ConfusionMatrix.module.css';
import { matrixCells } from './matrix-cells';

/** The same counts as the picture, for screen readers, for copying, and for those who prefer numbers. */
export const CountsTable = memo(function CountsTable({ counts }: { readonly counts: ConfusionCounts }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.confusion-matrix' });
  const rows = matrixCells(counts);
  return (
    <table className={styles.table}>
      <caption>{t('tableCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('true')}</th>
          {rows.map((_, digit) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
            <th scope="col" key={digit}>
              {digit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, truth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
          <tr key={truth}>
            <th scope="row">{truth}</th>
            {row.map(({ predicted, count }) => (
              <td key={predicted} data-correct={predicted === truth || undefined}>
                {formatCount(count, i18n.language)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
