import type { Point, Stroke } from '../../ink/stroke';
import { PAD_SIDE, PEN_WIDTH } from '../../ink/stroke';

/** The stroke under a pen that is down. Its points grow until the pen is lifted. */
export interface LiveStroke extends Stroke {
  readonly pointerId: number;
  readonly points: Point[];
}

/** Only the first finger, the left button and the pen's tip draw; undefined for everything else. */
export function startStroke(event: PointerEvent, pad: DOMRect, erases: boolean): LiveStroke | undefined {
  if (!event.isPrimary || event.button !== 0) return undefined;
  const points = [pointOnPad(event, pad)];
  return { pointerId: event.pointerId, width: PEN_WIDTH, points, ...(erases && { erases }) };
}

/**
 * Adds what the pointer did since the last event: a browser bundles a pen's movements, a few between two frames.
 * Whether the pen is on the canvas doesn't matter: it is captured, and what lies outside is cut off later.
 */
export function extendStroke(stroke: LiveStroke, event: PointerEvent, pad: DOMRect): void {
  const bundled = event.getCoalescedEvents();
  for (const part of bundled.length > 0 ? bundled : [event]) stroke.points.push(pointOnPad(part, pad));
}

/** From the window's pixels to those of the pad, which the layout may have made smaller. */
function pointOnPad({ clientX, clientY }: PointerEvent, pad: DOMRect): Point {
  return {
    x: ((clientX - pad.left) / pad.width) * PAD_SIDE,
    y: ((clientY - pad.top) / pad.height) * PAD_SIDE,
  };
}
