/** Four significant digits: more than what repeats. */
export const rounded = (value: number): number => Number(value.toPrecision(4));
