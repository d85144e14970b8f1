import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { colouredPixels, colourScale } from '../../charts/colour-scale';
import { useColourScheme } from '../../charts/use-colour-scheme';
import { rangeOf } from '../../charts/value-range';
import { INPUT_SIDE } from '../../model/network';
import { type Area, clip, receptiveField, windowAt } from '../../model/receptive-field';
import type { LayerPlan } from '../../model/shapes';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { greyPixels } from '../../ui/pixels';
import { type Inside, inputOf } from '../shared/arithmetic/inside';
import { Outline } from '../shared/arithmetic/Outline';
import type { Place } from '../shared/arithmetic/picture';
import { TermText } from '../shared/term';
import styles from './ValueInside.module.css';

interface FieldProps {
  readonly inside: Inside;
  readonly layer: number;
  readonly place: Place;
}

/** The image, with the pixels that a value depends on. */
export function ImageField({ inside, layer, place }: FieldProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const { image, layers } = inside;
  const pixels = useMemo(() => greyPixels({ width: INPUT_SIDE, height: INPUT_SIDE, values: image }), [image]);
  const { whole, onImage } = receptiveField(layers, layer, place.y, place.x);
  const size = { height: onImage.bottom - onImage.top, width: onImage.right - onImage.left };
  return (
    <figure className={styles.figure}>
      <Outline width={INPUT_SIDE} height={INPUT_SIDE} area={onImage} {...unless(whole, onImage)}>
        <PixelCanvas pixels={pixels} name={t('imageLabel', size)} className={styles.canvas} />
      </Outline>
      <figcaption>
        <TermText>{t('field', size)}</TermText>
      </figcaption>
    </figure>
  );
}

/** One of the maps that the layer is given, with the window that a value is computed from. */
export function InputWindow({ inside, layer, place, channel }: FieldProps & { readonly channel: number }) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.activation-maps' });
  const scheme = useColourScheme();
  const plan = inside.layers[layer];
  const values = inputOf(inside, layer);
  const pixels = useMemo(() => {
    if (!plan || plan.input.length === 1) return undefined;
    const [height, width, channels] = plan.input;
    const scale = colourScale(rangeOf(values, channel, channels), scheme);
    return colouredPixels(width, height, scale, (pixel) => values[pixel * channels + channel]);
  }, [plan, values, channel, scheme]);
  if (!plan || !pixels) return null;
  const whole = windowAt(plan, place.y, place.x);
  const area = clip(whole, pixels.height, pixels.width);
  const name = t('inputMap', { number: channel + 1 });
  return (
    <figure className={styles.figure}>
      <Outline width={pixels.width} height={pixels.height} area={area} {...unless(whole, area)}>
        <PixelCanvas pixels={pixels} name={name} className={styles.canvas} />
      </Outline>
      <figcaption>{name}</figcaption>
    </figure>
  );
}

/** A layer whose input is the image, or a vector, has no other maps to show its window on. */
export const hasInputMaps = (plan: LayerPlan, layer: number): boolean =>
  layer > 0 && plan.input.length === 3 && plan.layer.type !== 'dense';

const unless = (whole: Area, area: Area): { whole: Area } | object =>
  JSON.stringify(whole) === JSON.stringify(area) ? {} : { whole };
