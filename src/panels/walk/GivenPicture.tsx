import { useMemo } from 'react';
import { type ColourScale, colouredPixels } from '../../charts/colour-scale';
import { type Area, clip } from '../../model/receptive-field';
import type { LayerOutput } from '../../protocol/inspect';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { Outline } from '../shared/arithmetic/Outline';
import { indexOf, pictureOf } from '../shared/arithmetic/picture';
import styles from './Stage.module.css';

interface GivenPictureProps {
  readonly name: string;
  readonly output: LayerOutput;
  /** The map that is shown; a vector is shown as a whole. */
  readonly channel: number;
  readonly scale: ColourScale;
  /** The pixels that are looked at; they may reach beyond the map. */
  readonly window: Area | undefined;
}

/** What a step is given: a map with the window that glides over it, or the units of a vector. */
export function GivenPicture({ name, output, channel, scale, window }: GivenPictureProps) {
  const { shape, values } = output;
  const pixels = useMemo(() => {
    const { width, height, placeAt } = pictureOf(shape, channel);
    return colouredPixels(width, height, scale, (pixel) => {
      const at = placeAt(pixel);
      return at && values[indexOf(shape, at)];
    });
  }, [shape, values, channel, scale]);
  const { width, height } = pixels;
  const area = window && clip(window, height, width);
  const isBeyond = JSON.stringify(area) !== JSON.stringify(window);
  return (
    <figure className={styles.figure}>
      <Outline width={width} height={height} area={area} {...(window && isBeyond && { whole: window })}>
        <PixelCanvas pixels={pixels} name={name} className={styles.canvas} />
      </Outline>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
