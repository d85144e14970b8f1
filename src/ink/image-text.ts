import { IMAGE_SIDE } from './center';

/** Nearly empty, weak, medium, strong: a quarter of the range each. */
const TEXT_LEVELS = ['.', '+', '*', '#'] as const;

/**
 * An image as text, a character a pixel: '.' below 0.25, '+' below 0.5, '*' below 0.75, '#' from there on.
 * @param image - [784] row by row, 0 background to 1 ink
 * @returns 28 lines of 28 characters, without a line break at the end
 */
export function imageText(image: Float32Array): string {
  const levels = Array.from(image, (grey) => {
    const level = Math.floor(grey * TEXT_LEVELS.length);
    return TEXT_LEVELS[Math.min(TEXT_LEVELS.length - 1, Math.max(0, level))];
  });
  return Array.from({ length: IMAGE_SIDE }, (_, row) =>
    levels.slice(row * IMAGE_SIDE, (row + 1) * IMAGE_SIDE).join(''),
  ).join('\n');
}
