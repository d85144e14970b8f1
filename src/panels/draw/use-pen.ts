import { type PointerEvent, type RefObject, useRef } from 'react';
import { letPenGoFirst } from '../../charts/schedule/redraw-queue';
import { useActions } from '../shared/use-lab';
import { extendStroke, type LiveStroke, startStroke, type Tool } from './live-stroke';
import { paintEnd } from './paint';

type PadEvent = PointerEvent<HTMLCanvasElement>;

interface Pen {
  /** The stroke that is being drawn. */
  readonly live: RefObject<LiveStroke | undefined>;
  readonly handlers: Readonly<Record<PenEvent, (event: PadEvent) => void>>;
}

type PenEvent =
  | 'onPointerDown'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onPointerCancel'
  | 'onLostPointerCapture';

/** One stroke at a time, of one pointer, painted and told as it comes. It is kept however it ends. */
export function usePen(tool: Tool): Pen {
  const { addStroke, ink } = useActions();
  const live = useRef<LiveStroke | undefined>(undefined);

  const finish = () => {
    const stroke = live.current;
    if (!stroke) return;
    live.current = undefined;
    letPenGoFirst(false);
    addStroke(stroke);
  };

  /** What is told does not change any more: the points go on in a list of their own. */
  const tell = ({ points, ...stroke }: LiveStroke) => ink({ ...stroke, points: points.slice() });

  const start = (event: PadEvent) => {
    if (live.current && live.current.pointerId !== event.pointerId) return;
    // The same pointer comes down twice only if its way up was lost.
    finish();
    const canvas = event.currentTarget;
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

  return {
    live,
    handlers: {
      onPointerDown: start,
      onPointerMove: extend,
      onPointerUp: end,
      onPointerCancel: end,
      onLostPointerCapture: end,
    },
  };
}

/** The pointer's events go to the canvas until it is lifted, also from beside it. */
function capture(canvas: HTMLCanvasElement, pointerId: number): void {
  try {
    canvas.setPointerCapture(pointerId);
  } catch {
    // Lifted already, or sent by a program: then the stroke goes as far as the canvas.
  }
}
