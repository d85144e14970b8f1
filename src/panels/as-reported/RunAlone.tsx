import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuthoredPresetId } from '../../model/reported';
import { formatCount, formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { useLab } from '../shared/use-lab';
import styles from './AsReported.module.css';
import { runBeside } from './run-beside';

/** What the run in sight got, where there are no reported figures to put it beside. */
export function RunAlone({ preset }: { readonly preset: AuthoredPresetId }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const run = useLab((state) => state.run);
  const beside = useMemo(() => runBeside({ run }, preset), [run, preset]);
  return (
    <>
      {beside.status === 'tested' && (
        <p className={styles.overall}>
          {t('runAlone', {
            accuracy: formatShare(beside.test.accuracy, i18n.language, 2),
            images: formatCount(beside.test.images, i18n.language),
            data: tLab(`settings.dataset.options.${beside.settings.dataset}`),
          })}
        </p>
      )}
      <Note>{t('noFigures')}</Note>
    </>
  );
}
