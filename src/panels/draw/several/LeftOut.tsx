import { useTranslation } from 'react-i18next';
import { useLab } from '../../shared/use-lab';
import styles from './SeveralDigits.module.css';

/** That what is read is a part of the picture only. */
export function LeftOut() {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.draw.several' });
  const leavesOut = useLab((state) => state.drawing.leavesOut ?? false);
  return <div role="status">{leavesOut && <p className={styles.leftOut}>{t('leftOut')}</p>}</div>;
}
