/** The input of every network is 28×28×1. */
export const INPUT_SIDE = 28;
export const INPUT_SIZE = INPUT_SIDE * INPUT_SIDE;
export const CLASSES = 10;

/** Networks tell so many classes apart, and no fewer than the digits: EMNIST's by class are the most that there are. */
export const CLASS_LIMITS = [CLASSES, 62] as const;
