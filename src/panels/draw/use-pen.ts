import { type PointerEvent, type RefObject, useRef } from 'react';
import { letPenGoFirst } from '../../charts/schedule/redraw-queue';
import { type Drawing, isEmpty } from '../../ink/drawing';
import type { Stroke } from '../../ink/stroke';
import { useActions } from '../shared/use-lab';
import { extendStroke, isEraserEnd, type LiveStroke, startStroke, type Tool } from './live-stroke';
import { paintDrawing, paintEnd } from './paint';

type PadEvent = PointerEvent<HTMLCanvasElement>;

interface Pen {
  /** The stroke that is being drawn. */
  readonly live: RefObject<LiveStroke | undefined>;
  readonly handlers: Readonly<Record<PenEvent, (event: PadEvent) => void>>;
}

type PenEvent =
  | 'onPointerEnter'
  | 'onPointerLeave'
  | 'onPointerDown'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onPointerCancel'
  | 'onLostPointerCapture';

/** A system that finds out that a touch was a palm takes it away just before it tells of the pen. */
const PALM_MS = 500;

/**
 * One stroke at a time, of one pointer, painted and told as it comes. It is kept however it ends, but for that of a palm:
 * where a pen comes down, what the hand has drawn meanwhile is taken back.
 * @param drawing - its finished strokes are on the pad
 */
export function usePen(tool: Tool, drawing: Drawing): Pen {
  const { addStroke, ink, dropInk, undo } = useActions();
  const live = useRef<LiveStroke | undefined>(undefined);
  /** When the last stroke of a finger was broken off, in the events' time; undefined where another has followed. */
  const brokenOff = useRef<number | undefined>(undefined);
  /** A pen is over the pad: what else touches it is the hand that holds the pen. */
  const isPenNear = useRef(false);

  const finish = () => {
    const stroke = live.current;
    if (!stroke) return;
    live.current = undefined;
    brokenOff.current = undefined;
    letPenGoFirst(false);
    addStroke(drawnBy(stroke));
  };

  /** What is told does not change any more: the points go on in a list of their own. */
  const tell = (stroke: LiveStroke) => ink({ ...drawnBy(stroke), points: stroke.points.slice() });

  const takePalmBack = ({ currentTarget, timeStamp }: PadEvent) => {
    if (live.current?.pointerType === 'touch') {
      live.current = undefined;
      dropInk();
      paintDrawing(currentTarget, drawing);
    } else if (brokenOff.current !== undefined && timeStamp - brokenOff.current < PALM_MS) {
      undo();
    }
    brokenOff.current = undefined;
  };

  const start = (event: PadEvent) => {
    if (event.pointerType === 'pen') takePalmBack(event);
    else if (event.pointerType === 'touch' && isPenNear.current) return;
    if (live.current && live.current.pointerId !== event.pointerId) return;
    // The same pointer comes down twice only if its way up was lost.
    finish();
    const canvas = event.currentTarget;
    if (isEraserEnd(event.nativeEvent) && isEmpty(drawing)) return;
    const stroke = startStroke(event.nativeEvent, canvas.getBoundingClientRect(), tool);
    if (!stroke) return;
    live.current = stroke;
    letPenGoFirst(true);
    capture(canvas, event.pointerId);
    paintEnd(canvas, stroke, 0);
    tell(stroke);
  };

  const extend = (event: PadEvent) => {
    const stroke = live.current;
    if (stroke?.pointerId !== event.pointerId) return;
    const from = stroke.points.length - 1;
    extendStroke(stroke, event.nativeEvent, event.currentTarget.getBoundingClientRect());
    if (stroke.points.length === from + 1) return;
    tell(stroke);
    paintEnd(event.currentTarget, stroke, from);
  };

  const end = (event: PadEvent) => {
    if (live.current?.pointerId === event.pointerId) finish();
  };

  const breakOff = (event: PadEvent) => {
    const isTouch = live.current?.pointerId === event.pointerId && event.pointerType === 'touch';
    end(event);
    if (isTouch) brokenOff.current = event.timeStamp;
  };

  const comeNear = (isNear: boolean) => (event: PadEvent) => {
    if (event.pointerType === 'pen') isPenNear.current = isNear;
  };

  return {
    live,
    handlers: {
      onPointerEnter: comeNear(true),
      onPointerLeave: comeNear(false),
      onPointerDown: start,
      onPointerMove: extend,
      onPointerUp: end,
      onPointerCancel: breakOff,
      onLostPointerCapture: end,
    },
  };
}

/** The stroke, without the pointer that draws it. */
const drawnBy = ({ pointerId: _id, pointerType: _type, ...stroke }: LiveStroke): Stroke => stroke;

/** The pointer's events go to the canvas until it is lifted, also from beside it. */
function capture(canvas: HTMLCanvasElement, pointerId: number): void {
  try {
    canvas.setPointerCapture(pointerId);
  } catch {
    // Lifted already, or sent by a program: then the stroke goes as far as the canvas.
  }
}
