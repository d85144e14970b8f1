import { useCallback, useEffect, useState } from 'react';
import { REST, scannedBy, scanTime } from './scan';

interface Scan {
  /** Values that are in place, the last of them at hand; undefined where all are and nothing moves. */
  readonly shown: number | undefined;
  /** Puts all in place at once. */
  readonly finish: () => void;
}

/** As a frame of a tab that was hidden for a while: it goes on where it was. */
const LONGEST_FRAME = 100;

/**
 * Puts the values of a picture in place one after the other.
 * @param values - how many there are
 * @param isMoving - false holds it where it is
 * @param onEnd - called when all are in place and have been for a moment
 */
export function useScan(values: number, isMoving: boolean, onEnd: () => void): Scan {
  const [elapsed, setElapsed] = useState<number>();
  const finish = useCallback(() => setElapsed(undefined), []);

  useEffect(() => {
    if (!isMoving) return;
    let last: number | undefined;
    let frame = requestAnimationFrame(function move(now) {
      const passed = Math.min(LONGEST_FRAME, now - (last ?? now));
      last = now;
      setElapsed((before = 0) => before + passed);
      frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, [isMoving]);

  const isOver = elapsed !== undefined && elapsed > scanTime(values) + REST;
  useEffect(() => {
    if (!isOver) return;
    setElapsed(undefined);
    onEnd();
  }, [isOver, onEnd]);

  return {
    shown: elapsed === undefined || elapsed >= scanTime(values) ? undefined : scannedBy(elapsed, values),
    finish,
  };
}
