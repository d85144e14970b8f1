import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../ui/format';
import styles from './Arithmetic.module.css';
import type { Contribution, DenseArithmetic } from './arithmetic';
import { decimalsOf, writer } from './numbers';
import { SumLine } from './SumLine';

interface DenseViewProps {
  readonly arithmetic: DenseArithmetic;
  /** The layer before has maps; otherwise its outputs are units. */
  readonly isFromMaps: boolean;
}

/** The largest products of a unit one by one, the others together, and what becomes of them. */
export function DenseView({ arithmetic, isFromMaps }: DenseViewProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { largest, rest, bias, sum } = arithmetic;
  const write = writer(decimalsOf(arithmetic), i18n.language);
  return (
    <>
      <table className={styles.terms}>
        <caption>{t('contributions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('from')}</th>
            <th scope="col">{t('inputValue')}</th>
            <th scope="col">{t('weight')}</th>
            <th scope="col">{t('product')}</th>
          </tr>
        </thead>
        <tbody>
          {largest.map((term) => (
            <tr key={`${term.from.channel} ${term.from.y} ${term.from.x}`}>
              <th scope="row">{nameOf(term)}</th>
              <td>{write(term.value)}</td>
              <td>× {write(term.weight)}</td>
              <td>= {write(term.product)}</td>
            </tr>
          ))}
          {rest.count > 0 && (
            <tr>
              <th scope="row" colSpan={3}>
                {t('rest', { count: rest.count, number: formatCount(rest.count, i18n.language) })}
              </th>
              <td>= {write(rest.sum)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <SumLine {...arithmetic} products={sum - bias} write={write} />
    </>
  );

  function nameOf({ from }: Contribution): string {
    if (!isFromMaps) return t('unit', { number: from.channel + 1 });
    return t('pixel', { map: from.channel + 1, row: from.y + 1, column: from.x + 1 });
  }
}
