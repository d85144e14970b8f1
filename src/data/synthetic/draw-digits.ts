import { IMAGE_SIDE } from '../../ink/center';
import { RandomStream } from '../../model/random';
import type { DigitOptions } from '../../model/settings';
import { chooseAllograph } from './allographs/choose';
import { blur } from './blur';
import { Hand } from './hand';
import { Lines } from './lines';
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

const PIXELS = IMAGE_SIDE * IMAGE_SIDE;

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
  const images = new Uint8Array(labels.length * PIXELS);
  const lines = new Lines();
  const image = new Float32Array(PIXELS);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label > 9) throw new RangeError(`Label ${label} of image ${i} is not a digit`);
    const hand = new Hand(new RandomStream(seed, 'digits', first + i));
    drawDigit(hand, label, { lines, image }, options);
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      images[i * PIXELS + pixel] = Math.round((image[pixel] as number) * 255);
    }
  }
  return images;
}

/** What is used again for every digit. */
interface Paper {
  readonly lines: Lines;
  /** [28 × 28], 0 to 1: the digit, once it is drawn. */
  readonly image: Float32Array;
}

function drawDigit(hand: Hand, digit: number, { lines, image }: Paper, options: DigitOptions): void {
  switch (options.style) {
    case 'realistic':
      place(writeDigit(hand, chooseAllograph(hand, digit), lines), image);
      break;
    case 'pseudo':
      imitateDigit(hand, digit, lines, image);
      break;
    default:
      options.style satisfies never;
  }
  blur(image, options.blur);
  addNoise(image, hand, options.noise);
  if (options.style === 'pseudo') stretchToPeak(image);
}

/** Normally distributed, limited to what ink can be. */
function addNoise(image: Float32Array, hand: Hand, deviation: number): void {
  if (deviation === 0) return;
  for (let i = 0; i < image.length; i++) {
    image[i] = Math.min(1, Math.max(0, (image[i] as number) + deviation * hand.normal()));
  }
}

/** Makes the brightest pixel 1. */
function stretchToPeak(image: Float32Array): void {
  const peak = image.reduce((most, value) => Math.max(most, value), 0);
  for (let i = 0; i < image.length; i++) image[i] = (image[i] as number) / peak;
}
