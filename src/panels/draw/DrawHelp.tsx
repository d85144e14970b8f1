import { useTranslation } from 'react-i18next';
import { Explanation } from '../../ui/Explanation';
import { useOutputWording } from '../shared/use-class-names';
import styles from './DrawPanel.module.css';

/** Keys as they stand on the keyboard, of which the space bar has no name, and what they do: the name of the sentence in the locale. */
const KEYS = [
  ['Ctrl Z', 'undo'],
  ['Ctrl Y', 'redo'],
  ['Ctrl V', 'paste'],
  ['↑ ↓ ← →', 'move'],
  ['Shift ↑ ↓ ← →', 'line'],
  ['', 'dot'],
  ['Enter', 'predict'],
  ['Delete', 'clear'],
  ['E', 'eraser'],
  ['[ ]', 'width'],
] as const;

/** How to draw, and by which keys. */
export function DrawHelp() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.help' });
  const wording = useOutputWording();
  return (
    <Explanation question={t('question')}>
      <p>{t('pen', wording)}</p>
      <p>{t('pad')}</p>
      <dl className={styles.keys}>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              <kbd translate="no">{keys || t('space')}</kbd>
            </dt>
            <dd>{t(`does.${does}`, wording)}</dd>
          </div>
        ))}
      </dl>
    </Explanation>
  );
}
