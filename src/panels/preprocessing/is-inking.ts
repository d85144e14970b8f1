import type { LabState } from '../../state/lab-state';

/** The pen is down. */
export const isInking = ({ inked, drawing }: LabState): boolean => inked !== drawing;
