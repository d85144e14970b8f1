import type { LabState } from '../../state/lab-state';

/** The pen is down. */
export const isInking = ({ liveDrawing, drawing }: LabState): boolean => liveDrawing !== drawing;
