import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../ink/drawing';
import { canRedo, canUndo } from '../../state/drawing/drawing-selectors';
import { Button } from '../../ui/Button';
import { useActions, useLab } from '../shared/use-lab';
import styles from './DrawPanel.module.css';

/** What can be done with the drawing as a whole. */
export function DrawButtons() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw' });
  const { predict, undo, redo, clear, setLive } = useActions();
  const isBlank = useLab((state) => isEmpty(state.drawing));
  const undoable = useLab(canUndo);
  const redoable = useLab(canRedo);
  const isLive = useLab((state) => state.isLive);
  return (
    <>
      <div className={styles.buttons}>
        <Button variant="primary" onPress={predict}>
          {t('predict')}
        </Button>
        <Button isDisabled={!undoable} onPress={undo}>
          {t('undo')}
        </Button>
        <Button isDisabled={!redoable} onPress={redo}>
          {t('redo')}
        </Button>
        <Button isDisabled={isBlank} onPress={clear}>
          {t('clear')}
        </Button>
      </div>
      <label className={styles.live}>
        <input type="checkbox" checked={isLive} onChange={() => setLive(!isLive)} />
        {t('live')}
      </label>
    </>
  );
}
