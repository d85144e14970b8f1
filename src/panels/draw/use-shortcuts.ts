import { type RefObject, useEffect } from 'react';
import { useActions } from '../use-lab';

/**
 * Keys that work while the focus is in the panel: Ctrl+Z or ⌘Z takes back a stroke, Delete and Backspace clear, Enter
 * on the canvas predicts (on a button it presses the button).
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
      if (event.key === 'Delete' || event.key === 'Backspace') return clear;
      return event.key === 'Enter' && event.target === canvas.current ? predict : undefined;
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
