import { useTranslation } from 'react-i18next';
import { softmax } from '../../metrics/logits';
import { ClippedText } from '../../ui/ClippedText';
import { formatShare } from '../../ui/format';
import styles from '../shared/arithmetic/Arithmetic.module.css';
import { decimalsFor, writer } from '../shared/arithmetic/numbers';
import { Term } from '../shared/term';
import { useClassWording, useOutputNames } from '../shared/use-class-names';

interface SoftmaxTableProps {
  /** [10] */
  readonly logits: Float32Array;
  /** The one that stands out. */
  readonly digit: number;
}

/** Logits → powers of e → shares that add up to 1. */
export function SoftmaxTable({ logits, digit }: SoftmaxTableProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const names = useOutputNames();
  const most = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  const probabilities = softmax(logits);
  const write = writer(decimalsFor([...logits]), i18n.language);
  const writePower = writer(6, i18n.language);
  return (
    <table className={styles.terms}>
      <caption>{t('softmax', { most: write(most), sum: writePower(sum) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('digit', useClassWording())}</th>
          <th scope="col" aria-label={t('logit')}>
            <Term id="logit">{t('logit')}</Term>
          </th>
          <th scope="col">{t('power')}</th>
          <th scope="col" aria-label={t('probability')}>
            <Term id="softmax">{t('probability')}</Term>
          </th>
        </tr>
      </thead>
      <tbody>
        {powers.map((power, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
          <tr key={i} data-marked={i === digit || undefined}>
            <th scope="row">
              <ClippedText>{names[i] ?? ''}</ClippedText>
            </th>
            <td>{write(logits[i] ?? 0)}</td>
            <td>{writePower(power)}</td>
            <td>{formatShare(probabilities[i] ?? 0, i18n.language, 4)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
