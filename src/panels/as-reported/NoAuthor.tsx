import { useTranslation } from 'react-i18next';
import { PRESETS } from '../../model/presets';
import { AUTHORED_PRESETS, type AuthoredPresetId, reportOf } from '../../model/reported';
import { Button } from '../../ui/Button';
import { formatShare } from '../../ui/format';
import { Note } from '../../ui/Note';
import { useActions } from '../shared/use-lab';
import styles from './AsReported.module.css';

/** The network is nobody's: those that are somebody's, to choose from. */
export function NoAuthor() {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const { change } = useActions();
  return (
    <>
      <Note>{t('noAuthor')}</Note>
      <ul className={styles.shown}>
        {AUTHORED_PRESETS.map((id) => (
          <li key={id}>
            <span>{told(id)}</span>
            <Button
              onPress={(press) => {
                // The button goes with its list; the focus stays in the page's content.
                press.currentTarget.closest('main')?.focus({ preventScroll: true });
                change({ ...PRESETS[id] });
              }}
            >
              {tLab(`settings.preset.options.${id}`)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );

  function told(id: AuthoredPresetId): string {
    const { figures, shown } = reportOf(id);
    if (figures) return t('reportedAlone', { accuracy: formatShare(figures.accuracy, i18n.language, 2) });
    return t('showedAlone', { count: shown.length });
  }
}
