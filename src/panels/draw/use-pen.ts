import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useActions } from '../use-lab';
import { extendStroke, type LiveStroke, startStroke } from './live-stroke';
import { paintEnd } from './paint';

type PadEvent = PointerEvent<HTMLCanvasElement>;

interface Pen {
  /** The stroke that is being drawn; not yet in the lab's state. */
  readonly live: RefObject<LiveStroke | undefined>;
  readonly isDown: boolean;
  readonly handlers: Readonly<Record<PenEvent, (event: PadEvent) => void>>;
}

type PenEvent =
  | 'onPointerDown'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onPointerCancel'
  | 'onLostPointerCapture';

/** One stroke at a time, of one pointer, painted as it comes. It is kept however it ends. */
export function usePen(erases: boolean): Pen {
  const { addStroke } = useActions();
  const live = useRef<LiveStroke | undefined>(undefined);
  const [isDown, setDown] = useState(false);

  const finish = () => {
    const stroke = live.current;
    if (!stroke) return;
    live.current = undefined;
    setDown(false);
    addStroke(stroke);
  };

  const start = (event: PadEvent) => {
    if (live.current && live.current.pointerId !== event.pointerId) return;
    // The same pointer comes down twice only if its way up was lost.
    finish();
    const canvas = event.currentTarget;
    const stroke = startStroke(event.nativeEvent, canvas.getBoundingClientRect(), erases);
    if (!stroke) return;
    live.current = stroke;
    setDown(true);
    capture(canvas, event.pointerId);
    paintEnd(canvas, stroke, 0);
  };

  const extend = (event: PadEvent) => {
    const stroke = live.current;
    if (stroke?.pointerId !== event.pointerId) return;
    const from = stroke.points.length - 1;
    extendStroke(stroke, event.nativeEvent, event.currentTarget.getBoundingClientRect());
    paintEnd(event.currentTarget, stroke, from);
  };

  const end = (event: PadEvent) => {
    if (live.current?.pointerId === event.pointerId) finish();
  };

  return {
    live,
    isDown,
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
