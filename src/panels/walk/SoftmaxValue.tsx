import { useTranslation } from 'react-i18next';
import { formatShare } from '../../ui/format';
import { decimalsFor, writer } from '../shared/arithmetic/numbers';
import styles from './Walk.module.css';

interface SoftmaxValueProps {
  /** [10] */
  readonly logits: Float32Array;
  readonly digit: number;
}

/** One probability: its power of e, divided by the sum of all. */
export function SoftmaxValue({ logits, digit }: SoftmaxValueProps) {
  const { i18n } = useTranslation();
  const most = Math.max(...logits);
  const power = (logit: number) => Math.exp(logit - most);
  const own = logits[digit] ?? 0;
  const sum = logits.reduce((total, logit) => total + power(logit), 0);
  const write = writer(decimalsFor([...logits]), i18n.language);
  const writePower = writer(6, i18n.language);
  const less = most < 0 ? `+ ${write(-most)}` : `− ${write(most)}`;
  return (
    <p className={styles.formula} translate="no">
      e
      <sup>
        {write(own)} {less}
      </sup>{' '}
      / {writePower(sum)} = {writePower(power(own))} / {writePower(sum)} ={' '}
      {formatShare(power(own) / sum, i18n.language, 4)}
    </p>
  );
}
