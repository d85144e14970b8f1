import { type Box, boundingBox } from './bounding-box';
import { centerBox, centerByMass, IMAGE_SIDE } from './center';
import { type Drawing, isEmpty } from './drawing';
import { evenPen } from './even-pen';
import { rasterize } from './rasterize';
import { meanOf, type Picture, scaleByTen, scaleToDigit } from './scale';
import { ALL_STEPS, type InkSteps } from './steps';
import { PAD_SIDE } from './stroke';

/** A drawing on its way to the network, step by step. */
export interface NormalizedInk {
  /** As it was drawn, [280 × 280] row by row, 0 background to 1 ink. */
  readonly drawn: Float32Array;
  /** As it is taken: with the pen that it ought to have had; the same as `drawn` where that is left out. */
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
 * @param drawn - the drawing's ink, where it is known already
 * @returns undefined if no ink is on the pad
 */
export function normalize(
  drawing: Drawing,
  steps: InkSteps = ALL_STEPS,
  drawn: Float32Array = rasterize(drawing),
): NormalizedInk | undefined {
  if (isEmpty(drawing)) return undefined;
  if (drawing.baseImage) {
    const isUntouched = drawing.strokes.length === 0;
    const image = isUntouched ? drawing.baseImage : meanOf(drawn, WHOLE_PAD, IMAGE_SIDE, IMAGE_SIDE).values;
    return image.some((value) => value > 0) ? { drawn, ink: drawn, placing: undefined, image } : undefined;
  }
  const drawnBox = boundingBox(drawn);
  if (!drawnBox) return undefined;
  const evened = steps.pen ? evenPen(drawing, drawnBox) : drawing;
  const ink = evened === drawing ? drawn : rasterize(evened);
  const box = steps.box ? ((ink === drawn ? drawnBox : boundingBox(ink)) ?? drawnBox) : WHOLE_PAD;
  const scaled = steps.scale ? scaleToDigit(ink, box) : scaleByTen(ink, box);
  const image = steps.centre ? centerByMass(scaled) : centerBox(scaled);
  return { drawn, ink, placing: { box, scaled }, image };
}
