import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellAfter } from '../../charts/picture-grid';
import type { LayerOutput } from '../../protocol/inspect';
import { ClippedText } from '../../ui/ClippedText';
import { formatShare } from '../../ui/format';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { ShareBar } from '../../ui/ShareBar';
import { useOutputNames } from '../shared/use-class-names';
import { useLab } from '../shared/use-lab';
import { isAllZero, layerScale, mapPixels, unitPixels } from './map-pixels';
import styles from './NetworkStrip.module.css';
import { SHOWN_MAPS, unitGrid } from './strip-layers';
import { useOpenArithmetic } from './use-open-arithmetic';

const COLUMNS = 2;

interface OutputProps {
  /** Its number. */
  readonly layer: number;
  readonly output: LayerOutput | undefined;
}

interface MapGridProps extends OutputProps {
  /** Of the layer. */
  readonly name: string;
  /** Of the grid. */
  readonly label: string;
  readonly channels: number;
}

/** The first maps of a layer, two beside each other, on one colour scale; each opens. One stop for Tab, arrow keys between them. */
export function MapGrid({ layer, output, name, label, channels }: MapGridProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const openArithmetic = useOpenArithmetic();
  const selected = useLab(({ selection }) => (selection.layer === layer ? selection.filter : undefined));
  const [focused, setFocused] = useState(0);
  const count = Math.min(channels, SHOWN_MAPS);
  const maps = useMemo(() => {
    const scale = output && layerScale(output);
    return Array.from({ length: count }, (_, channel) => ({
      channel,
      pixels: output && scale && mapPixels(output, channel, scale),
      isZero: output !== undefined && isAllZero(output, channel),
    }));
  }, [output, count]);

  function onKeyDown(event: KeyboardEvent<HTMLFieldSetElement>): void {
    const cells = [...event.currentTarget.querySelectorAll('button')];
    const next = cellAfter(event.key, focused, count, COLUMNS);
    if (next === undefined) return;
    event.preventDefault();
    cells[next]?.focus();
  }

  return (
    <fieldset className={styles.maps} aria-label={label} onKeyDown={onKeyDown}>
      {maps.map(({ channel, pixels, isZero }) => (
        <button
          key={channel}
          type="button"
          className={styles.opens}
          aria-label={t(isZero ? 'openZeroMap' : 'openMap', { number: channel + 1, name })}
          aria-pressed={channel === selected}
          tabIndex={channel === Math.min(focused, count - 1) ? 0 : -1}
          onFocus={() => setFocused(channel)}
          onClick={() => openArithmetic({ layer, filter: channel })}
        >
          <PixelCanvas pixels={pixels} className={styles.map} />
          {isZero && <small className={styles.zero}>{t('allZero')}</small>}
        </button>
      ))}
    </fieldset>
  );
}

interface UnitBlockProps extends OutputProps {
  readonly label: string;
  readonly units: number;
}

/** A dense layer's units as cells of one block, which opens. */
export function UnitBlock({ layer, output, label, units }: UnitBlockProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const openArithmetic = useOpenArithmetic();
  const pixels = useMemo(
    () => output && unitPixels(output, unitGrid(units), layerScale(output)),
    [output, units],
  );
  return (
    <button
      type="button"
      className={`${styles.opens} ${styles.units}`}
      aria-label={t('openLayer', { label })}
      onClick={() => openArithmetic({ layer, filter: undefined })}
    >
      <PixelCanvas pixels={pixels} className={styles.block} />
    </button>
  );
}

/** There is room for so many bars. */
const SHOWN_CLASSES = 10;

/** The places of the largest values, in their order; of equal ones the first. */
const likeliest = (values: readonly number[], most: number): readonly number[] =>
  [...values.keys()]
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);

interface ClassBarsProps {
  /** Number of the output layer. */
  readonly layer: number;
  readonly label: string;
  /** [classes] */
  readonly probabilities: Float32Array | undefined;
}

/** A bar a class with its share, which open, or the likeliest ten; the longest is accented. */
export function ClassBars({ layer, label, probabilities }: ClassBarsProps) {
  const { t, i18n } = useTranslation('translation', { keyPrefix: 'panels.network-strip' });
  const openArithmetic = useOpenArithmetic();
  const names = useOutputNames();
  const values = names.map((_, digit) => probabilities?.[digit] ?? 0);
  const top = probabilities ? values.indexOf(Math.max(...values)) : -1;
  const shown = likeliest(values, SHOWN_CLASSES);
  return (
    <button
      type="button"
      className={`${styles.opens} ${styles.bars}`}
      aria-label={t('openLayer', { label })}
      onClick={() => openArithmetic({ layer, filter: undefined })}
    >
      {shown.map((digit) => (
        <span key={digit} className={digit === top ? styles.top : undefined}>
          <ClippedText>{names[digit] ?? ''}</ClippedText>
          <ShareBar share={values[digit] ?? 0} tone={digit === top ? 'accent' : 'muted'} />
          <small>{probabilities && formatShare(values[digit] ?? 0, i18n.language)}</small>
        </span>
      ))}
      {values.length > shown.length && <small>+{values.length - shown.length}</small>}
    </button>
  );
}
