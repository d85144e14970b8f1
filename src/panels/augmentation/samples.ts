/** Images shown of all changes together. */
export const SAMPLES = 7;
