import type { Drawing } from '../../ink/drawing';
import { GrowingInk } from '../../ink/growing-ink';
import { type NormalizedInk, normalize } from '../../ink/normalize';
import type { InkSteps } from '../../ink/steps';

const inks = new GrowingInk();
let last: { drawing: Drawing; steps: InkSteps; seen: NormalizedInk | undefined } | undefined;

/**
 * The drawing as the network sees it, step by step; undefined without ink on the canvas. The last one is kept, since
 * whoever shows it and whoever reads it ask for the same.
 */
export function drawnImage(drawing: Drawing, steps: InkSteps): NormalizedInk | undefined {
  if (last?.drawing !== drawing || last.steps !== steps) {
    last = { drawing, steps, seen: normalize(drawing, steps, inks.of(drawing)) };
  }
  return last.seen;
}
