import { useMemo } from 'react';
import type { LayerOutput } from '../../protocol/inspect';
import { ClippedText } from '../../ui/ClippedText';
import { isWord } from '../../ui/is-word';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { useClassNames } from '../shared/use-class-names';
import { useActions, useLab } from '../shared/use-lab';
import { mapPixels, rangeOf, unitPixels } from './map-pixels';
import styles from './NetworkStrip.module.css';
import { SHOWN_MAPS, unitGrid } from './strip-layers';

interface OutputProps {
  readonly output: LayerOutput | undefined;
}

interface MapGridProps extends OutputProps {
  /** Its number. */
  readonly layer: number;
  readonly channels: number;
}

/** The first maps of a layer, two beside each other, on one colour scale. A click selects one; by keyboard that goes in the panel of the maps. */
export function MapGrid({ layer, output, channels }: MapGridProps) {
  const { select } = useActions();
  const filter = useLab(({ selection }) => (selection.layer === layer ? selection.filter : undefined));
  const maps = useMemo(() => {
    const range = output && rangeOf(output.values);
    return Array.from({ length: Math.min(channels, SHOWN_MAPS) }, (_, channel) => ({
      channel,
      pixels: output && range && mapPixels(output, channel, range),
    }));
  }, [output, channels]);
  return (
    <div className={styles.maps}>
      {maps.map(({ channel, pixels }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={channel}
          data-selected={channel === filter || undefined}
          onClick={() => select({ layer, filter: channel })}
        >
          <PixelCanvas pixels={pixels} className={styles.map} />
        </div>
      ))}
    </div>
  );
}

/** A dense layer's units as cells of one block. */
export function UnitBlock({ output, units }: OutputProps & { readonly units: number }) {
  const pixels = useMemo(
    () => output && unitPixels(output, unitGrid(units), rangeOf(output.values)),
    [output, units],
  );
  return <PixelCanvas pixels={pixels} className={styles.units} />;
}

/** Ten bars; the longest is accented. */
export function ClassBars({ probabilities }: { readonly probabilities: Float32Array | undefined }) {
  const names = useClassNames();
  const values = names.map((_, digit) => probabilities?.[digit] ?? 0);
  const top = probabilities ? values.indexOf(Math.max(...values)) : -1;
  return (
    <div className={styles.bars} aria-hidden data-words={names.some(isWord) || undefined}>
      {values.map((value, digit) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
        <div key={digit} className={digit === top ? styles.top : undefined}>
          <ClippedText>{names[digit] ?? ''}</ClippedText>
          <i>
            <b style={{ transform: `scaleX(${value})` }} />
          </i>
        </div>
      ))}
    </div>
  );
}
