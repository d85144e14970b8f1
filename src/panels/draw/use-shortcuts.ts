import { type RefObject, useEffect } from 'react';
import { useActions } from '../use-lab';

/**
 * Keys of the panel: Ctrl+Z or ⌘Z undoes wherever the focus is in it. Delete and Backspace clear and Enter predicts on
 * the canvas only: elsewhere a drawing is not what they are about.
 */
export function useShortcuts(
  panel: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
): void {
  const { undo, clear, predict } = useActions();
  useEffect(() => {
    const element = panel.current;
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      if (event.altKey || event.shiftKey) return undefined;
      if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'z' ? undo : undefined;
      if (event.target !== canvas.current) return undefined;
      if (event.key === 'Delete' || event.key === 'Backspace') return clear;
      return event.key === 'Enter' ? predict : undefined;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [panel, canvas, undo, clear, predict]);
}
