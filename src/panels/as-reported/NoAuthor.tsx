import { useTranslation } from 'react-i18next';
import { PRESETS } from '../../model/presets';
import { AUTHORED_PRESETS } from '../../model/reported';
import { Button } from '../../ui/Button';
import { useActions } from '../shared/use-lab';
import styles from './AsReported.module.css';

/** The network is nobody's: those that are somebody's, to choose from. */
export function NoAuthor() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.as-reported' });
  const { t: tLab } = useTranslation();
  const { change } = useActions();
  return (
    <>
      <p className={styles.small}>{t('noAuthor')}</p>
      <div className={styles.choices}>
        {AUTHORED_PRESETS.map((id) => (
          <Button
            key={id}
            onPress={(press) => {
              // The button goes with its list; the focus stays in the page's content.
              press.currentTarget.closest('main')?.focus({ preventScroll: true });
              change({ ...PRESETS[id] });
            }}
          >
            {tLab(`settings.preset.options.${id}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
