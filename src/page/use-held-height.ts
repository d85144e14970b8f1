import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps an element as high as it was while what comes next is on its way, so that the page does not jump; from then on
 * it is as high as what is in it.
 * @returns props of the element
 */
export function useHeldHeight(isOnItsWay: boolean): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly style: CSSProperties;
} {
  const ref = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      height.current = element.offsetHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, style: isOnItsWay ? { minHeight: height.current } : {} };
}
