import { INPUT_SIDE } from '../../model/input.ts';
import type { Because, Choices, GuessOf } from './choices.ts';
import type { ImageStack } from './image-stack.ts';

/** MNIST's own digits before they were put on 28×28; smaller ones fill their box to its edge. */
const DIGIT_SIDE = 20;
/** Of what a crop would cut off, mean brightness, 0 to 255. */
const EMPTY = 6;

/**
 * @param areDigits - for other things a digit's box means nothing
 * @param marginOf - mean brightness, 0 to 255, of what lies outside the middle 28×28 of some images, light on dark
 */
export function guessSize(
  stacks: readonly ImageStack[],
  areDigits: boolean,
  marginOf: () => number,
  chosen?: Choices['size'],
): GuessOf<'size'> {
  const sizes = sizesOf(stacks);
  const options = ['pad', 'scale', 'mnist'] as const;
  const found = { size: sizes.length > 3 ? `${sizes.slice(0, 3).join(', ')} …` : sizes.join(', ') };
  const about = { id: 'size' as const, options, found };
  const [height, width] = [stacks[0]?.heightOf(0) ?? INPUT_SIDE, stacks[0]?.widthOf(0) ?? INPUT_SIDE];
  const longest = Math.max(height, width);
  const isOne = sizes.length === 1;
  if (chosen) return { ...about, value: chosen, because: becauseOf(chosen, isOne ? longest : 0) };
  if (isOne && height === INPUT_SIDE && width === INPUT_SIDE)
    return { ...about, value: 'pad', because: 'size-same' };
  if (isOne && longest > INPUT_SIDE && marginOf() < EMPTY)
    return { ...about, value: 'pad', because: 'size-crop' };
  if (isOne && longest >= DIGIT_SIDE && longest <= INPUT_SIDE) {
    return { ...about, value: 'pad', because: 'size-pad' };
  }
  return areDigits
    ? { ...about, value: 'mnist', because: 'size-mnist' }
    : { ...about, value: 'scale', because: 'size-scale' };
}

function becauseOf(choice: Choices['size'], longest: number): Because {
  if (choice !== 'pad') return `size-${choice}`;
  return longest === INPUT_SIDE ? 'size-same' : longest > INPUT_SIDE ? 'size-crop' : 'size-pad';
}

/** Different ones, the first first. */
function sizesOf(stacks: readonly ImageStack[]): string[] {
  const sizes = new Set<string>();
  for (const stack of stacks) {
    for (let image = 0; image < stack.count && sizes.size < 9; image++) {
      sizes.add(`${stack.widthOf(image)}×${stack.heightOf(image)}`);
    }
  }
  return [...sizes];
}
