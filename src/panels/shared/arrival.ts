import { type RefObject, useEffect, useRef } from 'react';
import type { PanelId } from '../../state/selection/panel-id';

const shown = new Map<PanelId, () => void>();
let awaited: PanelId | undefined;

/** The panel's heading takes the focus: now, or as soon as the panel, which may have to be fetched, is there. */
export function arriveAt(panel: PanelId): void {
  const focus = shown.get(panel);
  awaited = focus ? undefined : panel;
  // A link that is followed takes the focus away first.
  if (focus) window.setTimeout(focus);
}

/** @returns what the panel gives to its heading, so that a way to the panel can lead there */
export function useArrival(panel: PanelId): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focus = () => heading.current?.focus({ preventScroll: true });
    shown.set(panel, focus);
    if (awaited === panel) arriveAt(panel);
    return () => {
      shown.delete(panel);
    };
  }, [panel]);
  return heading;
}
