import { watchColours } from './watch-colours';

/** A chart is got ready a screen before it is scrolled to. */
const NEAR = '1000px 0px';

/** Of an element's content, whole CSS pixels; 0 where it is not laid out. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Listeners {
  /** The element comes near the visible part of the page, or leaves it. */
  readonly onSight: (inSight: boolean) => void;
  /** Told by the browser where it has laid out the page: whoever asks for it has it do so at once. */
  readonly onSize: (size: Size) => void;
  /** The system changed its colours. */
  readonly onColours: () => void;
}

/** What a chart has to follow, until `stop`. */
export function watchElement(element: HTMLElement, listeners: Listeners, stop: AbortSignal): void {
  const sight = new IntersectionObserver(
    (entries) => listeners.onSight(entries.some((entry) => entry.isIntersecting)),
    { rootMargin: NEAR },
  );
  const size = new ResizeObserver((entries) => {
    const { width, height } = entries.at(-1)?.contentRect ?? { width: 0, height: 0 };
    listeners.onSize({ width: Math.round(width), height: Math.round(height) });
  });
  sight.observe(element);
  size.observe(element);
  stop.addEventListener('abort', () => {
    sight.disconnect();
    size.disconnect();
  });
  watchColours(listeners.onColours, stop);
}
