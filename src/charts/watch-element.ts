import { watchColours } from './watch-colours';

/** A chart is got ready a screen before it is scrolled to. */
const NEAR = '1000px 0px';

interface Listeners {
  /** The element comes near the visible part of the page, or leaves it. */
  readonly onSight: (inSight: boolean) => void;
  readonly onSize: () => void;
  /** The system changed its colours. */
  readonly onColours: () => void;
}

/** What a chart has to follow, until `stop`. */
export function watchElement(element: HTMLElement, listeners: Listeners, stop: AbortSignal): void {
  const sight = new IntersectionObserver(
    (entries) => listeners.onSight(entries.some((entry) => entry.isIntersecting)),
    { rootMargin: NEAR },
  );
  const size = new ResizeObserver(() => listeners.onSize());
  sight.observe(element);
  size.observe(element);
  stop.addEventListener('abort', () => {
    sight.disconnect();
    size.disconnect();
  });
  watchColours(listeners.onColours, stop);
}
