import { CLASSES, INPUT_SIZE } from '../../model/input';
import { RandomStream } from '../../model/random';
import type { DigitOptions } from '../../model/settings';
import { chooseAllograph } from './allographs/choose';
import { blurBy, type Filter } from './blur';
import { Hand } from './hand';
import { Lines } from './lines';
import { addNoise } from './noise';
import { place } from './place';
import { imitateDigit } from './pseudo';
import { writeDigit } from './realistic';

/** Which of the endless digits of a seed: image i of a call is number `first` + i. */
export interface DigitSource {
  /** Unsigned 32-bit integer. */
  readonly seed: number;
  /** From 0; the last number must stay below 2³². */
  readonly first: number;
}

/**
 * Digits drawn by code. The same seed, number, label and options always give the same picture, however the series is
 * cut into calls.
 * @param labels - [n], 0 to 9
 * @returns uint8, [n, 28, 28] row by row, 0 background to 255 ink
 * @throws RangeError if a label is above 9
 */
export function drawDigits(
  labels: Uint8Array,
  { seed, first }: DigitSource,
  options: DigitOptions,
): Uint8Array<ArrayBuffer> {
  const images = new Uint8Array(labels.length * INPUT_SIZE);
  const paper: Paper = {
    lines: new Lines(),
    image: new Float32Array(INPUT_SIZE),
    blur: blurBy(options.blur),
  };
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label >= CLASSES) throw new RangeError(`Label ${label} of image ${i} is not a digit`);
    drawDigit(paper, new Hand(new RandomStream(seed, 'digits', first + i)), label, options);
    for (let pixel = 0; pixel < INPUT_SIZE; pixel++) {
      // Storing a byte rounds down.
      images[i * INPUT_SIZE + pixel] = (paper.image[pixel] as number) * 255 + 0.5;
    }
  }
  return images;
}

/** What is used again for every digit. */
interface Paper {
  readonly lines: Lines;
  /** [28 × 28], 0 to 1: the digit, once it is drawn. */
  readonly image: Float32Array;
  readonly blur: Filter;
}

function drawDigit(
  { lines, image, blur }: Paper,
  hand: Hand,
  digit: number,
  { style, noise }: DigitOptions,
): void {
  switch (style) {
    case 'realistic':
      place(writeDigit(hand, chooseAllograph(hand, digit), lines), image);
      break;
    case 'pseudo':
      imitateDigit(hand, digit, lines, image);
      break;
    default:
      style satisfies never;
  }
  blur(image);
  addNoise(image, hand, noise);
  if (style === 'pseudo') stretchToPeak(image);
}

/** Makes the brightest pixel 1. */
function stretchToPeak(image: Float32Array): void {
  let peak = 0;
  for (let i = 0; i < image.length; i++) peak = Math.max(peak, image[i] as number);
  for (let i = 0; i < image.length; i++) image[i] = (image[i] as number) / peak;
}
