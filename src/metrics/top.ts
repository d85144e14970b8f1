export interface Ranked {
  readonly label: number;
  /** 0 to 1 */
  readonly probability: number;
}

/** Classes by falling probability; the lower class first where two are equal. */
export function ranked(probabilities: ArrayLike<number>): Ranked[] {
  return Array.from(probabilities, (probability, label) => ({ label, probability })).sort(
    (a, b) => b.probability - a.probability || a.label - b.label,
  );
}
