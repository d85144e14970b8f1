import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../ui/Note';
import type { ConvArithmetic } from './arithmetic';
import { NumberGrid } from './NumberGrid';
import { decimalsOf, writer } from './numbers';
import { SumLine } from './SumLine';
import styles from './ValueInside.module.css';

interface ConvViewProps {
  readonly arithmetic: ConvArithmetic;
  readonly channel: number;
  readonly onChannel: (channel: number) => void;
}

/** Patch × kernel = products of one input channel, the sums of all channels, and what becomes of them. */
export function ConvView({ arithmetic, channel, onChannel }: ConvViewProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const group = useId();
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
        <fieldset className={styles.channels}>
          <legend>{t('channels')}</legend>
          <div>
            {channels.map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: channels have no identity but their place
              <label key={i}>
                <input
                  type="radio"
                  name={group}
                  className="visually-hidden"
                  checked={i === channel}
                  onChange={() => onChannel(i)}
                />
                <span>{t('channel', { number: i + 1, sum: write(one.sum) })}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <SumLine {...arithmetic} products={sum - bias} write={write} />
    </>
  );
}
