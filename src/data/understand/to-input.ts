import { INPUT_SIDE, INPUT_SIZE } from '../../model/input.ts';
import type { Choices, Orientation } from './choices.ts';
import { fitSize } from './fit-size.ts';
import type { ImageStack } from './image-stack.ts';
import { type EdgeView, edgeOf } from './polarity.ts';
import type { RangeMap } from './range-guess.ts';
import { swapsSides, turnUpright } from './turn.ts';

/** Images between two turns of the event loop: some milliseconds. */
const PART = 500;
type YieldToEventLoop = () => Promise<void>;

/** How the images of a set become 28×28 bytes, light on dark. */
export interface Treatment {
  readonly map: RangeMap;
  /** Which are dark on light, 1. */
  readonly dark: Uint8Array;
  readonly orientation: Orientation;
  readonly size: Choices['size'];
}

/** An image in the range 0 to 255. */
function copyMapped(
  stack: ImageStack,
  image: number,
  { offset, factor }: RangeMap,
  into: Float32Array,
): void {
  stack.copy(image, into);
  const pixels = stack.heightOf(image) * stack.widthOf(image);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const value = ((into[pixel] as number) - offset) * factor;
    into[pixel] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
}

const roomFor = (stack: ImageStack): Float32Array => {
  let most = INPUT_SIZE;
  for (let image = 0; image < stack.count; image++) {
    const pixels = stack.heightOf(image) * stack.widthOf(image);
    if (pixels > most) most = pixels;
  }
  return new Float32Array(most);
};

export async function edgesOf(
  stack: ImageStack,
  map: RangeMap,
  yieldToEventLoop: YieldToEventLoop,
): Promise<EdgeView[]> {
  const pixels = roomFor(stack);
  const edges: EdgeView[] = [];
  for (let image = 0; image < stack.count; image++) {
    copyMapped(stack, image, map, pixels);
    edges.push(edgeOf(pixels, stack.heightOf(image), stack.widthOf(image)));
    if (image % PART === PART - 1) await yieldToEventLoop();
  }
  return edges;
}

/**
 * @param positions - of the images that are wanted
 * @returns uint8, [positions, 28, 28], 0 background to 255 ink
 */
export async function toInput(
  stack: ImageStack,
  { map, dark, orientation, size }: Treatment,
  positions: ArrayLike<number>,
  yieldToEventLoop: YieldToEventLoop,
): Promise<Uint8Array> {
  const given = roomFor(stack);
  const upright = new Float32Array(given.length);
  const fitted = new Float32Array(INPUT_SIZE);
  const images = new Uint8Array(positions.length * INPUT_SIZE);
  for (let i = 0; i < positions.length; i++) {
    const image = positions[i] as number;
    const [height, width] = [stack.heightOf(image), stack.widthOf(image)];
    copyMapped(stack, image, map, given);
    if (dark[image])
      for (let pixel = 0; pixel < height * width; pixel++) given[pixel] = 255 - (given[pixel] as number);
    const isUpright = orientation === 'upright';
    if (!isUpright) turnUpright(given, height, width, orientation, upright);
    const turned = isUpright ? given : upright;
    const [rows, columns] = swapsSides(orientation) ? [width, height] : [height, width];
    const isFit = size === 'pad' && rows === INPUT_SIDE && columns === INPUT_SIDE;
    if (!isFit) fitSize(turned, rows, columns, size, fitted);
    const ready = isFit ? turned : fitted;
    for (let pixel = 0; pixel < INPUT_SIZE; pixel++) {
      images[i * INPUT_SIZE + pixel] = (ready[pixel] as number) + 0.5;
    }
    if (i % PART === PART - 1) await yieldToEventLoop();
  }
  return images;
}

/** All of a set; its own bytes, not a copy, where nothing is to be done to them. */
export async function allToInput(
  stack: ImageStack,
  treatment: Treatment,
  yieldToEventLoop: YieldToEventLoop,
): Promise<Uint8Array> {
  const { map, dark, orientation, size } = treatment;
  const isInPlace = map.factor === 1 && map.offset === 0 && orientation === 'upright' && size === 'pad';
  const isInput = stack.heightOf(0) === INPUT_SIDE && stack.widthOf(0) === INPUT_SIDE;
  if (stack.plain && isInPlace && isInput && !dark.includes(1)) return bytesOf(stack.plain, stack.count);
  return toInput(
    stack,
    treatment,
    Uint32Array.from({ length: stack.count }, (_, i) => i),
    yieldToEventLoop,
  );
}

function bytesOf({ values, offset, stride }: NonNullable<ImageStack['plain']>, count: number): Uint8Array {
  if (stride === INPUT_SIZE) return values.subarray(offset, offset + count * INPUT_SIZE);
  const images = new Uint8Array(count * INPUT_SIZE);
  for (let image = 0; image < count; image++) {
    const from = offset + image * stride;
    images.set(values.subarray(from, from + INPUT_SIZE), image * INPUT_SIZE);
  }
  return images;
}

/** Mean brightness of what lies outside the middle 28×28 of some images, light on dark. */
export function marginOf(
  stack: ImageStack,
  map: RangeMap,
  dark: Uint8Array,
  positions: ArrayLike<number>,
): number {
  const pixels = roomFor(stack);
  let [sum, count] = [0, 0];
  for (let i = 0; i < positions.length; i++) {
    const image = positions[i] as number;
    const [height, width] = [stack.heightOf(image), stack.widthOf(image)];
    const [top, left] = [Math.floor((INPUT_SIDE - height) / 2), Math.floor((INPUT_SIDE - width) / 2)];
    copyMapped(stack, image, map, pixels);
    for (let pixel = 0; pixel < height * width; pixel++) {
      const [row, column] = [Math.floor(pixel / width) + top, (pixel % width) + left];
      if (row >= 0 && row < INPUT_SIDE && column >= 0 && column < INPUT_SIDE) continue;
      const value = pixels[pixel] as number;
      sum += dark[image] ? 255 - value : value;
      count++;
    }
  }
  return count > 0 ? sum / count : 0;
}
