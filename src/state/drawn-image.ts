import { type NormalizedInk, normalize } from '../ink/normalize';
import type { Stroke } from '../ink/stroke';

const known = new WeakMap<readonly Stroke[], NormalizedInk | undefined>();

/** The drawing as the network sees it, step by step, computed once a drawing; undefined without ink on the canvas. */
export function drawnImage(strokes: readonly Stroke[]): NormalizedInk | undefined {
  if (!known.has(strokes)) known.set(strokes, normalize(strokes));
  return known.get(strokes);
}
