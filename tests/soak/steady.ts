/** By how much a figure may be more in the end than in the beginning. */
export interface Slack {
  readonly share: number;
  readonly plus: number;
}

export interface Course {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Medians of the first and of the last third, after the warm-up. */
  readonly early: number;
  readonly late: number;
  readonly grows: boolean;
}

/** Rounds after which what is made once has been made: a seventh, and at least two. */
const warmUp = (rounds: number): number => Math.max(2, Math.ceil(rounds / 7));

/** Of fewer rounds nothing could be said. */
export const FEWEST_ROUNDS = 5;

/** Whether a figure was more in the last third of the rounds than in the first, by their medians. */
export function courseOf(name: string, values: readonly number[], { share, plus }: Slack): Course {
  const warm = values.slice(warmUp(values.length));
  const third = Math.max(1, Math.floor(warm.length / 3));
  const [early, late] = [median(warm.slice(0, third)), median(warm.slice(-third))];
  const [first = Number.NaN, last = Number.NaN] = [values[0], values.at(-1)];
  return { name, first, last, early, late, grows: late > early * (1 + share) + plus };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
