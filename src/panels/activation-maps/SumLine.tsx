import { useTranslation } from 'react-i18next';
import type { Activation } from '../../model/settings';
import styles from './ValueInside.module.css';

interface SumLineProps {
  readonly products: number;
  readonly bias: number;
  readonly sum: number;
  readonly activation: Activation | undefined;
  readonly output: number;
  readonly write: (value: number) => string;
}

/** products + bias = sum, and what the activation makes of it. */
export function SumLine({ products, bias, sum, activation, output, write }: SumLineProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  return (
    <dl className={styles.sum}>
      <div>
        <dt>{t('sum.products')}</dt>
        <dd>{write(products)}</dd>
      </div>
      <div>
        <dt>{t('sum.bias')}</dt>
        <dd>{bias < 0 ? `− ${write(-bias)}` : `+ ${write(bias)}`}</dd>
      </div>
      <div>
        <dt>{t(activation ? 'sum.weighted' : 'sum.logit')}</dt>
        <dd>= {write(sum)}</dd>
      </div>
      {activation && (
        <div>
          <dt>{t(`activations.${activation}`)}</dt>
          <dd>→ {write(output)}</dd>
        </div>
      )}
    </dl>
  );
}
