import { useTranslation } from 'react-i18next';
import { PANEL_IDS, type PanelId } from '../../../state/selection/panel-id';
import { Fold } from '../../../ui/Fold';
import { useClassWording } from '../../shared/use-class-names';
import styles from './LessonEditor.module.css';

interface PanelChoicesProps {
  /** Undefined for all. */
  readonly panels: readonly string[] | undefined;
  readonly onChange: (panels: string[] | undefined) => void;
}

const OFFERED = PANEL_IDS.filter((id) => id !== 'lessons');

/** Which results a student finds. */
export function PanelChoices({ panels, onChange }: PanelChoicesProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.lessons.editor.panels' });
  const { t: tLab } = useTranslation();
  const wording = useClassWording();
  const isOffered = (id: PanelId) => panels?.includes(id) ?? true;
  const shown = OFFERED.filter(isOffered);
  const toggle = (id: PanelId) => {
    const next = OFFERED.filter((each) => (each === id ? !isOffered(id) : isOffered(each)));
    // Without any there would be nothing to look at.
    if (next.length > 0) onChange(next.length === OFFERED.length ? undefined : next);
  };
  const summary = panels ? t('some', { count: shown.length, of: OFFERED.length }) : t('all');
  return (
    <Fold title={t('legend')} summary={summary}>
      <div className={styles.columns}>
        {OFFERED.map((id) => (
          <label key={id} className={styles.check}>
            <input type="checkbox" checked={isOffered(id)} onChange={() => toggle(id)} />
            {id === 'overview' ? tLab('app.overview') : tLab(`panels.${id}.title`, wording)}
          </label>
        ))}
      </div>
    </Fold>
  );
}
