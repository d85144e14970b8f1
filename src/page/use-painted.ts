import { startTransition, useEffect, useState } from 'react';

/** A tab in the background has no frames. */
const NO_FRAME_MS = 500;

/** False until the first frame has been shown; what waits for it is then rendered in slices of time. */
export function usePainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer = setTimeout(show, NO_FRAME_MS);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      // A task of its own comes after the frame that this callback is part of.
      timer = setTimeout(show);
    });
    function show() {
      startTransition(() => setPainted(true));
    }
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, []);
  return isPainted;
}
