import type { Drawing } from '../ink/drawing';
import { type NormalizedInk, normalize } from '../ink/normalize';

const known = new WeakMap<Drawing, NormalizedInk | undefined>();

/** The drawing as the network sees it, step by step, computed once a drawing; undefined without ink on the canvas. */
export function drawnImage(drawing: Drawing): NormalizedInk | undefined {
  if (!known.has(drawing)) known.set(drawing, normalize(drawing));
  return known.get(drawing);
}
