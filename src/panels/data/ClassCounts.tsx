import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Understood } from '../../protocol/data/file-preview';
import { formatCount } from '../../ui/format';
import styles from './PreviewCard.module.css';

interface ClassCountsProps {
  readonly counts: Understood['classCounts'];
  /** Of each class. */
  readonly names: readonly string[];
}

/** How many images of each class there are, to train and to test with. */
export function ClassCounts({ counts, names }: ClassCountsProps) {
  const { t, i18n } = useTranslation();
  const most = Math.max(...counts.train, 1);
  return (
    <table className={styles.counts}>
      <thead>
        <tr>
          <th scope="col">{t('panels.data.preview.class')}</th>
          <th scope="col">{t('panels.data.preview.training')}</th>
          <th scope="col">{t('panels.data.preview.test')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.train.map((count, label) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a class is its number
          <tr key={label}>
            <th scope="row">{names[label]}</th>
            <td style={{ '--share': count / most } as CSSProperties}>{formatCount(count, i18n.language)}</td>
            <td>{formatCount(counts.test[label] ?? 0, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
