import type { Point, Stroke } from '../../ink/stroke';
import { PAD_SIDE } from '../../ink/stroke';

/** What the next stroke is drawn with. */
export interface Tool {
  /** CSS pixels of the pad. */
  readonly width: number;
  /** The pen takes ink away. */
  readonly erases: boolean;
}

/** The stroke under a pen that is down. Its points grow until the pen is lifted. */
export interface LiveStroke extends Stroke {
  readonly pointerId: number;
  readonly points: Point[];
}

/** Only the first finger, the left button and the pen's tip draw; undefined for everything else. */
export function startStroke(event: PointerEvent, pad: DOMRect, tool: Tool): LiveStroke | undefined {
  if (!event.isPrimary || event.button !== 0) return undefined;
  const points = [pointOnPad(event, pad)];
  return { pointerId: event.pointerId, width: tool.width, points, ...(tool.erases && { erases: true }) };
}

/**
 * Adds what the pointer did since the last event: a browser bundles a pen's movements, a few between two frames.
 * Whether the pen is on the canvas doesn't matter: it is captured, and what lies outside is cut off later.
 */
export function extendStroke({ points }: LiveStroke, event: PointerEvent, pad: DOMRect): void {
  const bundled = event.getCoalescedEvents();
  for (const part of bundled.length > 0 ? bundled : [event]) {
    const point = pointOnPad(part, pad);
    const last = points.at(-1);
    const rests = last?.x === point.x && last.y === point.y && last.weight === point.weight;
    if (!rests) points.push(point);
  }
}

/** From the window's pixels to those of the pad, which the layout may have made smaller. */
function pointOnPad(event: PointerEvent, pad: DOMRect): Point {
  const weight = weightOf(event);
  return {
    x: ((event.clientX - pad.left) / pad.width) * PAD_SIDE,
    y: ((event.clientY - pad.top) / pad.height) * PAD_SIDE,
    ...(weight !== 1 && { weight }),
  };
}

/**
 * How wide a pressed pen draws, as a share of the pen's width: from half of it to half more. Devices that don't feel
 * pressure say 0.5, where that is all of it; some say 0, which no pen that draws can mean.
 */
function weightOf({ pointerType, pressure }: PointerEvent): number {
  return pointerType === 'pen' && pressure > 0 ? 0.5 + pressure : 1;
}
