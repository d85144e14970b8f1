import { useTranslation } from 'react-i18next';
import styles from './Arithmetic.module.css';
import type { ResidualArithmetic } from './arithmetic';
import { decimalsOf, writer } from './numbers';

/** What the layer before made + what it was given. */
export function ResidualView({ arithmetic }: { readonly arithmetic: ResidualArithmetic }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { made, given, output } = arithmetic;
  const write = writer(decimalsOf(arithmetic), i18n.language);
  return (
    <dl className={styles.sum}>
      <div>
        <dt>{t('residual.made')}</dt>
        <dd>{write(made)}</dd>
      </div>
      <div>
        <dt>{t('residual.given')}</dt>
        <dd>{given < 0 ? `− ${write(-given)}` : `+ ${write(given)}`}</dd>
      </div>
      <div>
        <dt>{t('residual.sum')}</dt>
        <dd>= {write(output)}</dd>
      </div>
    </dl>
  );
}
