import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { colourScale } from '../../charts/colour-scale';
import { useColourScheme } from '../../charts/use-colour-scheme';
import { rangeOf } from '../../charts/value-range';
import { sizeOf } from '../../model/shapes';
import { MapGrid } from '../shared/arithmetic/MapGrid';
import { PointedMap } from '../shared/arithmetic/PointedMap';
import { pictureOf } from '../shared/arithmetic/picture';
import { Given } from './Given';
import { GREY_SCALE } from './grey-scale';
import { Middle } from './Middle';
import styles from './Stage.module.css';
import type { StageProps } from './stage-props';
import { useScan } from './use-scan';

/** What a step is given, what it does with it, and what it makes: value after value while it moves. */
export function Stage(props: StageProps) {
  const { view, place, channel, isMoving, onEnd, onPick, onMap } = props;
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const { t: tMaps } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const scheme = useColourScheme();
  const { step, values } = view;
  const { given, made } = values;
  const map = made.shape.length === 3 ? place.channel : 0;
  const picture = useMemo(() => pictureOf(made.shape, map), [made.shape, map]);
  const total = made.shape.length === 3 ? picture.width * picture.height : sizeOf(made.shape);
  const { shown, finish } = useScan(total, isMoving, onEnd);
  const here = (shown !== undefined && picture.placeAt(shown - 1)) || place;
  const isImage =
    step.kind === 'image' || (step.layer === 0 && given.shape[2] === 1 && step.kind !== 'activation');
  const scales = useMemo(() => {
    const ofMade = step.kind === 'image' ? GREY_SCALE : colourScale(rangeOf(made.values), scheme);
    return { given: isImage ? GREY_SCALE : colourScale(rangeOf(given.values), scheme), made: ofMade };
  }, [given.values, made.values, scheme, isImage, step.kind]);
  const scaleOfMade = useCallback(() => scales.made, [scales]);
  const maps = made.shape.length === 3 ? made.shape[2] : 1;
  const caption = made.shape.length === 3 ? 'map' : 'units';

  return (
    <div className={styles.stage} data-scanning={shown !== undefined || undefined}>
      {step.kind !== 'image' && (
        <Given
          {...props}
          place={here}
          scale={scales.given}
          isImage={isImage}
          onChannel={choose(props.onChannel)}
        />
      )}
      {step.kind !== 'image' && <Middle view={view} place={here} channel={channel} scale={scales.given} />}
      <div className={styles.side}>
        <figure className={styles.figure}>
          <PointedMap
            label={tMaps(made.shape.length === 3 ? 'pointMap' : 'pointUnits', { number: map + 1 })}
            output={made}
            filter={map}
            scale={scales.made}
            place={here}
            shown={shown}
            onPick={choose(onPick)}
          />
          <figcaption>
            {t(`made.${step.kind === 'image' ? 'image' : caption}`, { number: map + 1 })}
          </figcaption>
        </figure>
        {maps > 1 && (
          <div className={styles.thumbs}>
            <MapGrid
              name={t('made.maps')}
              output={made}
              scaleOf={scaleOfMade}
              selected={map}
              onSelect={choose(onMap)}
            />
          </div>
        )}
      </div>
    </div>
  );

  /** Whoever chooses something has seen enough of how it came about. */
  function choose<Chosen>(on: (chosen: Chosen) => void) {
    return (chosen: Chosen) => {
      finish();
      on(chosen);
    };
  }
}
