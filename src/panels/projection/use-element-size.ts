import { type RefObject, useEffect, useState } from 'react';
import type { PlotSize } from './plot-points';

/** The size of an element in CSS pixels; undefined before it has one. */
export function useElementSize(element: RefObject<HTMLElement | null>): PlotSize | undefined {
  const [size, setSize] = useState<PlotSize>();
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    // Also tells of the first size, once the page is laid out: asked for at once, it would have to be laid out twice.
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
