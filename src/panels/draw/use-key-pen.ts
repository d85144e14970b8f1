import { type KeyboardEvent, useRef, useState } from 'react';
import type { Stroke } from '../../ink/stroke';
import { drawnImage } from '../../state/drawing/drawn-image';
import { useActions, useLab } from '../shared/use-lab';
import { type Cell, FIRST_CELL, isInked, middleOf, moved } from './key-cell';

interface KeyPen {
  readonly cell: Cell;
  /** There is ink in the cell. */
  readonly isOnInk: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: (event: KeyboardEvent) => void;
  /** Ends a line that is being drawn. */
  readonly finish: () => void;
}

/**
 * A pen for the arrow keys: they move it from cell to cell of a 28×28 grid; with Shift they draw a line, which ends as
 * one stroke when Shift is let go. Space inks the cell, or erases what is there.
 */
export function useKeyPen(width: number): KeyPen {
  const { ink, addStroke } = useActions();
  const [cell, setCell] = useState(FIRST_CELL);
  const line = useRef<Stroke | undefined>(undefined);
  const isOnInk = useLab((state) => {
    const drawn = drawnImage(state.liveDrawing, state.inkSteps)?.drawn;
    return drawn !== undefined && isInked(drawn, cell);
  });

  const finish = () => {
    const stroke = line.current;
    line.current = undefined;
    if (stroke) addStroke(stroke);
  };
  const move = (to: Cell, draws: boolean) => {
    if (draws) {
      const points = line.current?.points ?? [middleOf(cell)];
      line.current = { width, points: [...points, middleOf(to)] };
      ink(line.current);
    } else {
      finish();
    }
    setCell(to);
  };

  return {
    cell,
    isOnInk,
    finish,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const to = moved(cell, event.key);
      if (to) move(to, event.shiftKey);
      else if (event.key === ' ') {
        finish();
        addStroke({ width, points: [middleOf(cell)], ...(isOnInk && { erases: true }) });
      } else return;
      event.preventDefault();
    },
    onKeyUp(event) {
      if (event.key === 'Shift') finish();
    },
  };
}
