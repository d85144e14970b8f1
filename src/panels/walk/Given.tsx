import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColourScale } from '../../charts/colour-scale';
import { isConvolution } from '../../model/network';
import { MapGrid } from '../shared/arithmetic/MapGrid';
import { type Place, pictureOf, pixelOf } from '../shared/arithmetic/picture';
import { GivenPicture } from './GivenPicture';
import styles from './Stage.module.css';
import type { StageProps } from './stage-props';
import { sourceOf, windowOf } from './step-values';
import type { WalkStep } from './walk-steps';

interface GivenProps extends Pick<StageProps, 'view' | 'channel' | 'onChannel'> {
  /** Of the value at hand, in what the step makes. */
  readonly place: Place;
  readonly scale: ColourScale;
  /** It is the image itself. */
  readonly isImage: boolean;
}

/** The maps or units that a step is given, with the window on those that it looks at. */
export function Given({ view, place, channel, scale, isImage, onChannel }: GivenProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk' });
  const { t: tMaps } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { step, values } = view;
  const { given, around } = values;
  const scaleOf = useCallback(() => scale, [scale]);
  const isVector = given.shape.length === 1;
  const sees = seesAllMaps(step);
  const map = isVector ? 0 : sees ? channel : sourceOf(step, place).channel;
  const window = isVector ? unitWindow() : windowOf(step, values, place);
  const name = isImage ? t('given.image') : isVector ? t('given.units') : t('given.map', { number: map + 1 });
  return (
    <div className={styles.side}>
      <GivenPicture
        name={around ? tMaps('residual.made') : name}
        output={given}
        channel={map}
        scale={scale}
        window={window}
      />
      {around && (
        <GivenPicture
          name={tMaps('residual.given')}
          output={around}
          channel={map}
          scale={scale}
          window={window}
        />
      )}
      {sees && !isVector && (given.shape[2] ?? 1) > 1 && (
        <div className={styles.thumbs}>
          <MapGrid
            name={t('given.maps')}
            output={given}
            scaleOf={scaleOf}
            selected={map}
            onSelect={onChannel}
          />
        </div>
      )}
    </div>
  );

  /** Of a vector, the unit of the same number; a dense layer sees all of them. */
  function unitWindow() {
    if (step.kind === 'dense') return undefined;
    const { width } = pictureOf(given.shape, 0);
    const pixel = pixelOf(given.shape, place);
    const [top, left] = [Math.floor(pixel / width), pixel % width];
    return { top, left, bottom: top + 1, right: left + 1 };
  }
}

/** A convolution adds up all maps; any other step looks at one of them. */
const seesAllMaps = (step: WalkStep): boolean =>
  step.kind !== 'image' && step.kind === step.plan.layer.type && isConvolution(step.plan.layer);
