import { useTranslation } from 'react-i18next';
import { useActions, useLab } from '../panels/shared/use-lab';
import { Button } from '../ui/Button';
import styles from './ResultsNote.module.css';

/** While a person's changes of the weights are in force, all results are those of the changed network: it is said. */
export function EditedNote() {
  const { t } = useTranslation();
  const edits = useLab((state) => state.interventions?.edits.length ?? 0);
  const { edit } = useActions();
  if (edits === 0) return null;
  return (
    <p className={styles.note} role="status">
      {t('app.edited', { count: edits })}
      <Button
        onPress={(press) => {
          // The button goes with its note; the focus stays in the page's content.
          press.currentTarget.closest('main')?.focus({ preventScroll: true });
          edit([]);
        }}
      >
        {t('app.undoEdits')}
      </Button>
    </p>
  );
}
