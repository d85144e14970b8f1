/** The input of every network is 28×28×1. */
export const INPUT_SIDE = 28;
export const INPUT_SIZE = INPUT_SIDE * INPUT_SIDE;
export const CLASSES = 10;
