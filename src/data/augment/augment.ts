import { INPUT_SIZE } from '../../model/input';
import { RandomStream } from '../../model/random';
import type { AugmentationOptions } from '../../model/settings';
import { FIELD_VALUES, spreadControls } from './elastic';
import { changeStrokeWidth } from './stroke-width';
import { type Affine, type Displacement, warpImage } from './warp-image';

/** What is done to one image. */
export interface Change extends Affine {
  /** −1 to 1: thinner to bolder. */
  readonly strokeWidth: number;
  /** Ink is multiplied by it; what would be more than full is full. */
  readonly contrast: number;
  /** Of an elastic distortion: pixels, x of the control points, then y. */
  readonly elastic: Float64Array | undefined;
}

const RADIANS = Math.PI / 180;

/** How an image is changed, drawn from the ranges that the options give, each value as likely as any other. */
export function randomChange(options: AugmentationOptions, random: Pick<RandomStream, 'uniform'>): Change {
  const within = (limit: number) => (limit === 0 ? 0 : limit * (2 * random.uniform() - 1));
  const { shift, rotation, scaling, shear, elastic, strokeWidth, contrast } = options;
  return {
    shiftX: within(shift),
    shiftY: within(shift),
    rotation: within(rotation) * RADIANS,
    scaleX: 1 + within(scaling),
    scaleY: 1 + within(scaling),
    shear: Math.tan(within(shear) * RADIANS),
    strokeWidth: within(strokeWidth),
    contrast: 1 + within(contrast),
    elastic: elastic === 0 ? undefined : Float64Array.from({ length: FIELD_VALUES }, () => within(elastic)),
  };
}

const field: Displacement = { x: new Float64Array(INPUT_SIZE), y: new Float64Array(INPUT_SIZE) };

/**
 * @param from - [784], 0 to 255
 * @param to - gets [784]; not `from`
 */
export function applyChange(from: Uint8Array, to: Uint8Array, change: Change): void {
  const { elastic, strokeWidth, contrast } = change;
  if (elastic) {
    spreadControls(elastic.subarray(0, FIELD_VALUES / 2), field.x);
    spreadControls(elastic.subarray(FIELD_VALUES / 2), field.y);
  }
  warpImage(from, to, change, elastic && field);
  if (strokeWidth !== 0) changeStrokeWidth(to, strokeWidth);
  if (contrast !== 1) {
    for (let i = 0; i < INPUT_SIZE; i++) to[i] = Math.min(255, (to[i] as number) * contrast + 0.5);
  }
}

/**
 * Changes images at random, each by its number in the series of a seed: the same number, image and options always give
 * the same picture.
 * @param images - [n, 28, 28], 0 to 255
 * @param numbers - [n], each 0 to 2³²−1
 * @returns [n, 28, 28]
 */
export function augment(
  images: Uint8Array,
  { seed, numbers }: { readonly seed: number; readonly numbers: Uint32Array },
  options: AugmentationOptions,
): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(images.length);
  numbers.forEach((number, i) => {
    const [start, end] = [i * INPUT_SIZE, (i + 1) * INPUT_SIZE];
    const change = randomChange(options, new RandomStream(seed, 'augment', number));
    applyChange(images.subarray(start, end), changed.subarray(start, end), change);
  });
  return changed;
}
