/**
 * What is done to the ink on its way to the network, in this order; each can be left out, to see what it does.
 *
 * - `pen`: strokes are drawn anew, as wide as MNIST's lines are once they are scaled
 * - `box`: the smallest box around the ink is taken; else the whole pad
 * - `scale`: its longest side becomes 20 pixels; else ten pixels of the pad become one, however small the digit is
 * - `centre`: its centre of mass goes to the middle of 28×28; else the middle of the box
 */
export const INK_STEPS = ['pen', 'box', 'scale', 'centre'] as const;

export type InkStep = (typeof INK_STEPS)[number];
export type InkSteps = Readonly<Record<InkStep, boolean>>;

/** As MNIST was made. */
export const ALL_STEPS: InkSteps = { pen: true, box: true, scale: true, centre: true };
