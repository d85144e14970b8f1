import { useTranslation } from 'react-i18next';
import { inkOn } from '../../charts/colour';
import { type ColourScale, colourPixel } from '../../charts/colour-scale';
import type { KernelChannel, KernelPictures } from '../../model/kernels';
import { formatNumber } from '../../ui/format';
import { SaveTable } from '../shared/save-table';
import { TermText } from '../shared/term';
import styles from './Filters.module.css';

interface SelectedFilterProps {
  readonly filter: number;
  readonly pictures: KernelPictures;
  readonly channel: KernelChannel;
  readonly bias: Float32Array;
  readonly scaleOf: (filter: number) => ColourScale;
}

/** One filter large, with its numbers. */
export function SelectedFilter({ filter, pictures, channel, bias, scaleOf }: SelectedFilterProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.filters' });
  const { width, height, values } = pictures;
  const at = filter * width * height;
  const scale = scaleOf(filter);
  const number = (value: number) => formatNumber(value, i18n.language, 2);
  return (
    <div>
      <table className={styles.kernel}>
        <caption>
          <b>{t('filter', { filter: filter + 1 })}</b>{' '}
          {channel === 'mean' ? t('ofMean') : t('ofChannel', { channel: channel + 1 })}
          {' · '}
          <TermText>{t('bias', { bias: number(bias[filter] ?? 0) })}</TermText>
        </caption>
        <tbody>
          {Array.from({ length: height }, (_, y) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={y}>
              {Array.from(values.subarray(at + y * width, at + (y + 1) * width), (value, x) => {
                const background = colourOf(scale, value);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same
                  <td key={x} style={{ background, color: inkOn(background) }}>
                    {number(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <SaveTable name={t('filter', { filter: filter + 1 })} />
    </div>
  );
}

function colourOf(scale: ColourScale, value: number): string {
  const rgba = new Uint8ClampedArray(4);
  if (Number.isFinite(value)) colourPixel(rgba, 0, scale, value);
  return `rgb(${rgba[0]}, ${rgba[1]}, ${rgba[2]})`;
}
