import { type Box, boundingBox } from './bounding-box';
import { centerByMass, IMAGE_SIDE } from './center';
import { type Drawing, isEmpty } from './drawing';
import { rasterize } from './rasterize';
import { meanOf, type Picture, scaleToDigit } from './scale';
import { PAD_SIDE } from './stroke';

/** A drawing on its way to the network, step by step. */
export interface NormalizedInk {
  /** [280 × 280] row by row, 0 background to 1 ink */
  readonly ink: Float32Array;
  /** How it was placed; undefined for a changed print, which has its place already. */
  readonly placing:
    | { readonly box: Box /** The box, its longest side 20 pixels. */; readonly scaled: Picture }
    | undefined;
  /** [784]: 28 × 28 row by row, 0 to 1. What the network gets. */
  readonly image: Float32Array;
}

const WHOLE_PAD: Box = { left: 0, top: 0, width: PAD_SIDE, height: PAD_SIDE };

/**
 * A drawing as MNIST would have shown it. Strokes alone are placed: size-normalised into a 20×20 box with the aspect
 * ratio kept, grey by anti-aliasing, then the centre of mass moved to the centre of 28×28 (Y. LeCun, C. Cortes,
 * C. Burges, The MNIST database). A print stays where it is, so that a change of it changes nothing else.
 * @returns undefined if no ink is on the pad
 */
export function normalize(drawing: Drawing): NormalizedInk | undefined {
  if (isEmpty(drawing)) return undefined;
  const ink = rasterize(drawing);
  if (drawing.print) {
    const isUntouched = drawing.strokes.length === 0;
    const image = isUntouched ? drawing.print : meanOf(ink, WHOLE_PAD, IMAGE_SIDE, IMAGE_SIDE).values;
    return image.some((value) => value > 0) ? { ink, placing: undefined, image } : undefined;
  }
  const box = boundingBox(ink);
  if (!box) return undefined;
  const scaled = scaleToDigit(ink, box);
  return { ink, placing: { box, scaled }, image: centerByMass(scaled) };
}
