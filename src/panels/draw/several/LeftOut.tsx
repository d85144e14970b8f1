import { useTranslation } from 'react-i18next';
import { useOutputWording } from '../../shared/use-class-names';
import { useLab } from '../../shared/use-lab';
import styles from './SeveralDigits.module.css';

/** That what is read is a part of the picture only. */
export function LeftOut() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.several' });
  const wording = useOutputWording();
  const leavesOut = useLab((state) => state.drawing.leavesOut ?? false);
  return <div role="status">{leavesOut && <p className={styles.leftOut}>{t('leftOut', wording)}</p>}</div>;
}
