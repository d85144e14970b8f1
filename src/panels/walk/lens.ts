import type { Arithmetic } from '../shared/arithmetic/arithmetic';
import { type Place, pictureOf } from '../shared/arithmetic/picture';
import type { LayerAnswers } from '../shared/arithmetic/shown-values';
import type { StepValues } from './step-values';
import type { WalkStep } from './walk-steps';

/** What lies under a window as pictures, [height × width] row by row. Undefined are pixels beyond what there is. */
export interface Lens {
  readonly width: number;
  readonly height: number;
  readonly under: readonly (number | undefined)[];
  /** What each of them is multiplied by, and the products; undefined for a pooling layer. */
  readonly weights: readonly (number | undefined)[] | undefined;
  readonly products: readonly (number | undefined)[] | undefined;
  /** The largest of a window of which it alone goes on. */
  readonly chosen: number | undefined;
}

/**
 * What a value is made from; undefined for what is made of one value alone.
 * @param channel - the input map that is shown
 */
export function lensAt(
  step: WalkStep,
  { given }: StepValues,
  answers: LayerAnswers | undefined,
  arithmetic: Arithmetic | undefined,
  place: Place,
  channel: number,
): Lens | undefined {
  if (!arithmetic || step.kind === 'image') return undefined;
  switch (arithmetic.kind) {
    case 'conv':
    case 'separable': {
      const { patch = [], kernel, products } = arithmetic.channels[channel] ?? {};
      const { size } = arithmetic;
      return { width: size, height: size, under: patch, weights: kernel, products, chosen: undefined };
    }
    case 'pool': {
      const { size, window, takes, output } = arithmetic;
      const chosen = takes === 'maximum' ? window.indexOf(output) : undefined;
      return { width: size, height: size, under: window, weights: undefined, products: undefined, chosen };
    }
    case 'dense': {
      const weights = answers?.weights;
      if (!weights || !('kernel' in weights)) return undefined;
      const { kernel, bias } = weights;
      const { values } = given;
      // An image that is flattened is still best looked at as one.
      const { input } = step.plan;
      const isImage = input.length === 3 && input[2] === 1;
      const { width, height } = isImage ? { width: input[1], height: input[0] } : pictureOf(given.shape, 0);
      const each = (value: (i: number) => number) =>
        Array.from({ length: width * height }, (_, i) => (i < values.length ? value(i) : undefined));
      const weight = (i: number) => kernel[i * bias.length + place.channel] ?? 0;
      const at = (i: number) => values[i] ?? 0;
      return {
        width,
        height,
        under: each(at),
        weights: each(weight),
        products: each((i) => at(i) * weight(i)),
        chosen: undefined,
      };
    }
    case 'norm':
    case 'residual':
      return undefined;
    default:
      return arithmetic satisfies never;
  }
}
