import { useTranslation } from 'react-i18next';
import { Note } from '../../../ui/Note';
import styles from './Arithmetic.module.css';
import type { SeparableArithmetic } from './arithmetic';
import { ChannelChoice } from './ChannelChoice';
import { NumberGrid } from './NumberGrid';
import { decimalsOf, writer } from './numbers';
import { SumLine } from './SumLine';

interface SeparableViewProps {
  readonly arithmetic: SeparableArithmetic;
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
}

/** Patch × depthwise kernel of one input map, then the sum of each map × its weight, and what becomes of them. */
export function SeparableView({ arithmetic, channel, onChannel }: SeparableViewProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { size, channels, bias, sum } = arithmetic;
  const shown = channels[channel];
  const write = writer(decimalsOf(arithmetic), i18n.language);
  if (!shown) return null;
  const terms = channels.map((one) => ({
    sum: write(one.sum),
    weight: write(one.weight),
    product: write(one.product),
  }));
  return (
    <>
      <div className={styles.grids}>
        <NumberGrid title={t('patch')} size={size} values={shown.patch} write={write} />
        <span aria-hidden>×</span>
        <NumberGrid title={t('depthwise')} size={size} values={shown.kernel} write={write} />
        <div className={styles.result}>
          <span aria-hidden>=</span>
          <NumberGrid title={t('products')} size={size} values={shown.products} write={write} isSigned />
        </div>
      </div>
      {shown.patch.includes(undefined) && <Note>{t('padding')}</Note>}
      <ChannelChoice
        legend={t('mixing')}
        labels={terms.map((term, i) => t('mixed', { number: i + 1, ...term }))}
        channel={channel}
        onChannel={onChannel}
      />
      <SumLine {...arithmetic} products={sum - bias} write={write} />
    </>
  );
}
