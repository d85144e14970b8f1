import { isEmpty } from '../../ink/drawing';
import type { DrawingSlice } from './drawing-slice';

/** There is a change of the drawing to take back. */
export const canUndo = ({ earlierDrawings }: DrawingSlice): boolean => earlierDrawings.length > 0;

/** There is one to bring back. */
export const canRedo = ({ laterDrawings }: DrawingSlice): boolean => laterDrawings.length > 0;

/** There is nothing on the pad but what the pen is at. */
export const isBlank = ({ drawing }: Pick<DrawingSlice, 'drawing'>): boolean => isEmpty(drawing);

/** The pad is blank, and was not. */
export const isCleared = (state: Pick<DrawingSlice, 'drawing' | 'earlierDrawings'>): boolean =>
  isBlank(state) && state.earlierDrawings.some((earlier) => !isEmpty(earlier));
