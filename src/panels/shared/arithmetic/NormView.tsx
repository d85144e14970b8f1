import { useTranslation } from 'react-i18next';
import { Term } from '../term';
import styles from './Arithmetic.module.css';
import type { NormArithmetic } from './arithmetic';
import { decimalsOf, writer } from './numbers';
import { ActivatedLine } from './SumLine';

/** A value less the mean, by the deviation, scaled and shifted. */
export function NormView({ arithmetic }: { readonly arithmetic: NormArithmetic }) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps.norm' });
  const { value, mean, deviation, normalised, scale, shift, sum } = arithmetic;
  const write = writer(decimalsOf(arithmetic), i18n.language);
  const signed = (number: number) => (number < 0 ? `− ${write(-number)}` : `+ ${write(number)}`);
  const lines = [
    ['value', write(value)],
    ['mean', signed(-mean)],
    ['deviation', `÷ ${write(deviation)}`],
    ['normalised', `= ${write(normalised)}`],
    ['scale', `× ${write(scale)}`],
    ['shift', signed(shift)],
    ['sum', `= ${write(sum)}`],
  ] as const;
  return (
    <dl className={styles.sum}>
      {lines.map(([name, number]) => (
        <div key={name}>
          <dt>{name === 'deviation' ? <Term id="standard-deviation">{t(name)}</Term> : t(name)}</dt>
          <dd>{number}</dd>
        </div>
      ))}
      <ActivatedLine {...arithmetic} write={write} />
    </dl>
  );
}
