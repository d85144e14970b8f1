import { useTranslation } from 'react-i18next';
import type { Activation } from '../../../model/settings';
import { Term } from '../term';
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
          <dt>
            <Term id="bias">{t('sum.bias')}</Term>
          </dt>
          <dd>{bias < 0 ? `− ${write(-bias)}` : `+ ${write(bias)}`}</dd>
        </div>
      )}
      <div>
        <dt>{isLogit ? <Term id="logit">{t('sum.logit')}</Term> : t('sum.weighted')}</dt>
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
      <dt>
        <Term id={activation === 'relu' ? 'relu' : 'activation-function'}>
          {t(`activations.${activation}`)}
        </Term>
      </dt>
      <dd>→ {write(output)}</dd>
    </div>
  );
}
