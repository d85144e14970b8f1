import { useTranslation } from 'react-i18next';
import type { AuthoredPresetId } from '../../model/reported';
import { formatCount, formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import styles from './AsReported.module.css';
import { RunInSight } from './RunNote';
import { useRunBeside } from './use-run-beside';

/** What the run in sight got, where there are no reported figures to put it beside. */
export function RunAlone({ preset }: { readonly preset: AuthoredPresetId }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const beside = useRunBeside(preset);
  return (
    <>
      {beside.status === 'tested' && (
        <p className={styles.overall}>
          {t(beside.earlier ? 'earlier.alone' : 'runAlone', {
            number: beside.earlier?.number ?? 0,
            accuracy: formatShare(beside.test.accuracy, i18n.language, 2),
            images: formatCount(beside.test.images, i18n.language),
            data: tLab(`settings.dataset.options.${beside.settings.dataset}`),
          })}
        </p>
      )}
      {beside.status === 'tested' && beside.earlier && <RunInSight earlier={beside.earlier} />}
      <Note>{t('noFigures')}</Note>
    </>
  );
}
