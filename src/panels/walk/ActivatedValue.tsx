import { useTranslation } from 'react-i18next';
import type { Activation } from '../../model/settings';
import { Note } from '../../ui/Note';
import styles from './Walk.module.css';

interface ActivatedValueProps {
  readonly activation: Activation;
  readonly sum: number;
  readonly output: number;
  readonly write: (value: number) => string;
}

/** The formula of an activation with the number in it, and what that means. */
export function ActivatedValue({ activation, sum, output, write }: ActivatedValueProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk.activated' });
  const [x, y] = [write(sum), write(output)];
  return (
    <>
      <p className={styles.formula} translate="no">
        {t(`formula.${activation}`, { x, bracketed: sum < 0 ? `(${x})` : x, y })}
      </p>
      <Note>{t(sum > 0 ? `positive.${activation}` : `negative.${activation}`)}</Note>
    </>
  );
}
