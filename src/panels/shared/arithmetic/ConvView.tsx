import { useTranslation } from 'react-i18next';
import { Note } from '../../../ui/Note';
import styles from './Arithmetic.module.css';
import type { ConvArithmetic } from './arithmetic';
import { ChannelChoice } from './ChannelChoice';
import { NumberGrid } from './NumberGrid';
import { decimalsOf, writer } from './numbers';
import { SumLine } from './SumLine';

interface ConvViewProps {
  readonly arithmetic: ConvArithmetic;
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
}

/** Patch × kernel = products of one input channel, the sums of all channels, and what becomes of them. */
export function ConvView({ arithmetic, channel, onChannel }: ConvViewProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { size, channels, bias, sum } = arithmetic;
  const shown = channels[channel];
  const write = writer(decimalsOf(arithmetic), i18n.language);
  if (!shown) return null;
  return (
    <>
      <div className={styles.grids}>
        <NumberGrid title={t('patch')} size={size} values={shown.patch} write={write} />
        <span aria-hidden>×</span>
        <NumberGrid title={t('kernel')} size={size} values={shown.kernel} write={write} />
        <div className={styles.result}>
          <span aria-hidden>=</span>
          <NumberGrid title={t('products')} size={size} values={shown.products} write={write} isSigned />
        </div>
      </div>
      {shown.patch.includes(undefined) && <Note>{t('padding')}</Note>}
      {channels.length > 1 && (
        <ChannelChoice
          legend={t('channels')}
          labels={channels.map((one, i) => t('channel', { number: i + 1, sum: write(one.sum) }))}
          channel={channel}
          onChannel={onChannel}
        />
      )}
      <SumLine {...arithmetic} products={sum - bias} write={write} />
    </>
  );
}
