import type { DrawingSlice } from './drawing-slice';

/** There is a change of the drawing to take back. */
export const canUndo = ({ earlierDrawings }: DrawingSlice): boolean => earlierDrawings.length > 0;

/** There is one to bring back. */
export const canRedo = ({ laterDrawings }: DrawingSlice): boolean => laterDrawings.length > 0;
