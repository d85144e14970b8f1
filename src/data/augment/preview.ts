import { INPUT_SIZE } from '../../model/input';
import { RandomStream } from '../../model/random';
import { AUGMENTATION, type AugmentationOptions } from '../../model/settings';
import { applyChange, augment, type Change, randomChange } from './augment';

/** What the augmentation may make of one image. */
export interface AugmentationPreview {
  /** [k, 2, 784], of each of the settings alone, in the order of AUGMENTATION: as far as it goes either way */
  readonly extremes: Uint8Array<ArrayBuffer>;
  /** [n, 784], of all together, at random */
  readonly samples: Uint8Array<ArrayBuffer>;
}

const NONE = Object.fromEntries(AUGMENTATION.map((name) => [name, 0])) as AugmentationOptions;

/** @param image - [784], 0 to 255 */
export function previewAugmentation(
  image: Uint8Array,
  options: AugmentationOptions,
  samples: number,
): AugmentationPreview {
  const extremes = new Uint8Array(AUGMENTATION.length * 2 * INPUT_SIZE);
  const changes = AUGMENTATION.flatMap((name) => [extreme(options, name, -1), extreme(options, name, 1)]);
  for (const [i, change] of changes.entries()) {
    applyChange(image, extremes.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE), change);
  }
  const copies = new Uint8Array(samples * INPUT_SIZE);
  for (let i = 0; i < samples; i++) copies.set(image, i * INPUT_SIZE);
  const numbers = Uint32Array.from({ length: samples }, (_, i) => i);
  return { extremes, samples: augment(copies, { seed: 0, numbers }, options) };
}

/** One setting alone at one end of its range; of the elastic distortion, which has no ends, one of two examples. */
function extreme(options: AugmentationOptions, name: keyof AugmentationOptions, side: -1 | 1): Change {
  const alone = { ...NONE, [name]: options[name] };
  if (name === 'elastic') return randomChange(alone, new RandomStream(side === 1 ? 1 : 0, 'augment'));
  const end = { uniform: () => (side === 1 ? 1 : 0) };
  return randomChange(alone, end);
}
