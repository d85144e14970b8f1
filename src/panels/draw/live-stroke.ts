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
  readonly pointerType: string;
  readonly points: Point[];
}

/**
 * Only the first finger, the left button and both ends of a pen draw; undefined for everything else. The pen's other end
 * takes ink away, whatever the tool.
 */
export function startStroke(event: PointerEvent, pad: DOMRect, tool: Tool): LiveStroke | undefined {
  const isEraser = isEraserEnd(event);
  if (!event.isPrimary || (event.button !== 0 && !isEraser)) return undefined;
  const points = [pointOnPad(event, pad)];
  const erases = isEraser || tool.erases;
  const { pointerId, pointerType } = event;
  return { pointerId, pointerType, width: tool.width, points, ...(erases && { erases }) };
}

/** The end of a pen that is no tip (Pointer Events, 'chorded button interactions': button 5, buttons 32). */
export const isEraserEnd = ({ button, buttons }: PointerEvent): boolean =>
  button === 5 || (button === 0 && (buttons & 32) !== 0);

/**
 * Adds what the pointer did since the last event: a browser bundles a pen's movements, a few between two frames.
 * Whether the pen is on the canvas doesn't matter: it is captured, and what lies outside is cut off later.
 */
export function extendStroke({ points }: LiveStroke, event: PointerEvent, pad: DOMRect): void {
  // Missing where the page is no secure context, as by plain http, and in Safari before 26.
  const bundled = event.getCoalescedEvents?.() ?? [];
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
