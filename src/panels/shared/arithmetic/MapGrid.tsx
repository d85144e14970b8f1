import { memo, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColourScale, colouredPixels } from '../../../charts/colour-scale';
import type { LayerOutput } from '../../../protocol/inspect';
import { Button } from '../../../ui/Button';
import { PixelCanvas } from '../../../ui/PixelCanvas';
import styles from './MapGrid.module.css';

/** Maps in sight at once: as many as are painted well within a frame. */
const PAGE = 64;

interface MapGridProps {
  readonly name: string;
  /** [height, width, channels] */
  readonly output: LayerOutput;
  readonly scaleOf: (filter: number) => ColourScale;
  readonly selected: number;
  readonly onSelect: (filter: number) => void;
}

/** All maps of a layer, page by page; one of them is selected, also with the arrow keys. */
export function MapGrid({ name, output, scaleOf, selected, onSelect }: MapGridProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const group = useId();
  const maps = output.shape[2] ?? 1;
  // Turning pages does not select; selecting, from wherever, turns to the page.
  const [turned, setTurned] = useState({ selected, page: Math.floor(selected / PAGE) });
  const page = turned.selected === selected ? turned.page : Math.floor(selected / PAGE);
  const first = Math.min(page, Math.ceil(maps / PAGE) - 1) * PAGE;
  const last = Math.min(maps, first + PAGE);
  const turn = (to: number) => setTurned({ selected, page: to });
  return (
    <fieldset className={styles.maps}>
      <legend className="visually-hidden">{name}</legend>
      {maps > PAGE && (
        <p className={styles.pages}>
          <Button isDisabled={first === 0} onPress={() => turn(first / PAGE - 1)}>
            {t('earlier')}
          </Button>
          {t('page', { first: first + 1, last, count: maps })}
          <Button isDisabled={last === maps} onPress={() => turn(first / PAGE + 1)}>
            {t('later')}
          </Button>
        </p>
      )}
      <div className={styles.grid}>
        {Array.from({ length: last - first }, (_, i) => first + i).map((filter) => (
          <label key={filter} className={styles.map} title={t('map', { number: filter + 1 })}>
            <input
              type="radio"
              name={group}
              className="visually-hidden"
              aria-label={t('map', { number: filter + 1 })}
              checked={filter === selected}
              onChange={() => onSelect(filter)}
            />
            <MapPicture output={output} filter={filter} scaleOf={scaleOf} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface MapPictureProps {
  readonly output: LayerOutput;
  readonly filter: number;
  readonly scaleOf: (filter: number) => ColourScale;
}

const MapPicture = memo(function MapPicture({ output, filter, scaleOf }: MapPictureProps) {
  const pixels = useMemo(() => {
    const [height, width = 1, channels = 1] = output.shape;
    return colouredPixels(
      width,
      height,
      scaleOf(filter),
      (pixel) => output.values[pixel * channels + filter],
    );
  }, [output, filter, scaleOf]);
  return <PixelCanvas pixels={pixels} className={styles.thumb} />;
});
