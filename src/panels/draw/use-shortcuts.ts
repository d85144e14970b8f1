import { type RefObject, useEffect } from 'react';
import { latinKey } from '../../ui/latin-key';
import { useActions } from '../shared/use-lab';

interface ShortcutParts {
  readonly panel: RefObject<HTMLElement | null>;
  readonly pad: RefObject<HTMLElement | null>;
  readonly toggleEraser: () => void;
  /** Steps of the pen's width. */
  readonly widen: (steps: 1 | -1) => void;
}

/**
 * Keys of the panel: Ctrl or ⌘ with Z and Y undo and redo wherever the focus is in it. The others work on the pad only:
 * elsewhere a drawing is not what they are about.
 */
export function useShortcuts({ panel, pad, toggleEraser, widen }: ShortcutParts): void {
  const { undo, redo, clear, predict } = useActions();
  useEffect(() => {
    const element = panel.current;
    const onPad: Readonly<Record<string, () => void>> = {
      delete: clear,
      backspace: clear,
      enter: predict,
      e: toggleEraser,
      '[': () => widen(-1),
      ']': () => widen(1),
    };
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      const key = latinKey(event);
      // AltGr, by which some layouts write brackets, says Ctrl and Alt in Windows.
      const isAltGr = event.getModifierState('AltGraph');
      if (event.altKey && !isAltGr) return undefined;
      if (!isAltGr && (event.ctrlKey || event.metaKey)) {
        if (key === 'z') return event.shiftKey ? redo : undo;
        return key === 'y' && !event.shiftKey ? redo : undefined;
      }
      return pad.current?.contains(event.target as Node) ? onPad[key] : undefined;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      event.preventDefault();
      action();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [panel, pad, undo, redo, clear, predict, toggleEraser, widen]);
}
