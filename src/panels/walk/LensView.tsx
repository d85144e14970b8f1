import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColourScale, colouredPixels, colourScale } from '../../charts/colour-scale';
import { useColourScheme } from '../../charts/use-colour-scheme';
import { rangeOf } from '../../charts/value-range';
import { PixelCanvas } from '../../ui/PixelCanvas';
import { Outline } from '../shared/arithmetic/Outline';
import type { Lens } from './lens';
import styles from './Stage.module.css';

interface LensViewProps {
  readonly lens: Lens;
  /** Of what the step is given. */
  readonly scale: ColourScale;
}

type Values = readonly (number | undefined)[];

/** What lies under the window, magnified: times its weights where it has some. The numbers stand below. */
export function LensView({ lens, scale }: LensViewProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.walk.lens' });
  const { under, weights, products, chosen, width, height } = lens;
  const scheme = useColourScheme();
  const ofWeights = useMemo(
    () => weights && colourScale(balanced(largest(weights)), scheme),
    [weights, scheme],
  );
  const ofProducts = useMemo(
    () => products && colourScale(balanced(largest(products)), scheme),
    [products, scheme],
  );
  const mark = chosen === undefined ? undefined : { top: Math.floor(chosen / width), left: chosen % width };
  const area = mark && { ...mark, bottom: mark.top + 1, right: mark.left + 1 };
  const size = { width, height };
  return (
    <div aria-hidden className={styles.lens}>
      <Piece caption={t(weights ? 'under' : 'window')} {...size} values={under} scale={scale} area={area} />
      {weights && ofWeights && (
        <>
          <b>×</b>
          <Piece caption={t('weights')} {...size} values={weights} scale={ofWeights} />
        </>
      )}
      {products && ofProducts && (
        <>
          <b>=</b>
          <Piece caption={t('products')} {...size} values={products} scale={ofProducts} />
        </>
      )}
    </div>
  );
}

interface PieceProps {
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  readonly values: Values;
  readonly scale: ColourScale;
  readonly area?: Parameters<typeof Outline>[0]['area'];
}

function Piece({ caption, width, height, values, scale, area }: PieceProps) {
  const pixels = useMemo(
    () => colouredPixels(width, height, scale, (pixel) => values[pixel]),
    [width, height, values, scale],
  );
  return (
    <figure>
      <Outline width={width} height={height} area={area}>
        <PixelCanvas pixels={pixels} className={styles.canvas} />
      </Outline>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** As far to both sides of 0, so that it is diverging whatever the signs. */
const balanced = (end: number) => ({ min: -Math.max(end, Number.MIN_VALUE), max: end });

function largest(values: Values): number {
  const { min, max } = rangeOf(values.map((value) => value ?? 0));
  return Math.max(-min, max);
}
