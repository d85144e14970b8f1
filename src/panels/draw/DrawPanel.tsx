import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmpty } from '../../ink/drawing';
import { canUndo } from '../../state/selectors';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { useActions, useLab } from '../use-lab';
import { AnswerView } from './AnswerView';
import styles from './DrawPanel.module.css';
import { Pad } from './Pad';
import { useShortcuts } from './use-shortcuts';

/** The pad, and what the network reads on it. */
export function DrawPanel() {
  const { t } = useTranslation();
  const { predict, undo, clear } = useActions();
  const isBlank = useLab((state) => isEmpty(state.drawing));
  const undoable = useLab(canUndo);
  const panel = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [wantsEraser, setErases] = useState(false);
  // There is nothing to erase on a blank pad: what is drawn first is ink.
  const erases = wantsEraser && !isBlank;
  useShortcuts(panel, canvas);
  return (
    <Card title={t('panels.draw.title')} note={t('panels.draw.note')}>
      <div ref={panel}>
        <Pad canvasRef={canvas} erases={erases} />
        <div className={styles.buttons}>
          <Button variant="primary" onPress={predict}>
            {t('panels.draw.predict')}
          </Button>
          <Button isPressed={erases} onPress={() => setErases(!erases)}>
            {t('panels.draw.eraser')}
          </Button>
          <Button isDisabled={!undoable} onPress={undo}>
            {t('panels.draw.undo')}
          </Button>
          <Button isDisabled={isBlank} onPress={clear}>
            {t('panels.draw.clear')}
          </Button>
        </div>
        <AnswerView />
      </div>
    </Card>
  );
}
