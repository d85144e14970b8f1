import { useTranslation } from 'react-i18next';
import styles from './Arithmetic.module.css';
import type { PoolArithmetic } from './arithmetic';
import { NumberGrid } from './NumberGrid';
import { decimalsOf, writer } from './numbers';

/** The window, and its maximum or mean. */
export function PoolView({ arithmetic }: { readonly arithmetic: PoolArithmetic }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { takes, size, window, output } = arithmetic;
  const write = writer(decimalsOf(arithmetic), i18n.language);
  const isMax = takes === 'maximum';
  const sum = window.reduce((total, value) => total + value, 0);
  return (
    <div className={styles.grids}>
      <NumberGrid
        title={t('window')}
        size={size}
        values={window}
        write={write}
        marked={isMax ? window.indexOf(output) : undefined}
      />
      <p className={styles.pooled}>
        {isMax
          ? t('maximum', { value: write(output) })
          : t('mean', { sum: write(sum), count: size ** 2, value: write(output) })}
      </p>
    </div>
  );
}
