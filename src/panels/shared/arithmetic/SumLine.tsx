import { useTranslation } from 'react-i18next';
import type { Activation } from '../../../model/settings';
import styles from './Arithmetic.module.css';

interface SumLineProps {
  readonly products: number;
  readonly bias: number;
  readonly hasBias: boolean;
  readonly sum: number;
  readonly activation: Activation | undefined;
  readonly isLogit: boolean;
  readonly output: number;
  readonly write: (value: number) => string;
}

/** products + bias = sum, and what the activation makes of it. */
export function SumLine({ products, bias, hasBias, sum, activation, isLogit, output, write }: SumLineProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  return (
    <dl className={styles.sum}>
      <div>
        <dt>{t('sum.products')}</dt>
        <dd>{write(products)}</dd>
      </div>
      {hasBias && (
        <div>
          <dt>{t('sum.bias')}</dt>
          <dd>{bias < 0 ? `− ${write(-bias)}` : `+ ${write(bias)}`}</dd>
        </div>
      )}
      <div>
        <dt>{t(isLogit ? 'sum.logit' : 'sum.weighted')}</dt>
        <dd>= {write(sum)}</dd>
      </div>
      <ActivatedLine activation={activation} output={output} write={write} />
    </dl>
  );
}

/** What the activation makes of a sum, where there is one. */
export function ActivatedLine({
  activation,
  output,
  write,
}: Pick<SumLineProps, 'activation' | 'output' | 'write'>) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  if (!activation) return null;
  return (
    <div>
      <dt>{t(`activations.${activation}`)}</dt>
      <dd>→ {write(output)}</dd>
    </div>
  );
}
