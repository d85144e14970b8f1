import { LANES } from './assembler/values';

/** How many sums are kept in registers at once: so many rows (pixels, images, ...) times so many vectors of outputs. */
export interface Blocking {
  readonly rows: number;
  readonly vectors: number;
}

/** Sums that are kept in registers at once: what the operands and the engine leave of x64's sixteen. */
export const SUMS = 12;
/** Instructions of a kind that a processor starts in one cycle, and cycles until a multiply-add's sum can be used. */
const PER_CYCLE = 2;
const LATENCY = 4;

/** Cycles of one step of the reduction: multiply-adds, or the loads for them, or waiting for the sums. */
const cycles = (rows: number, vectors: number) =>
  Math.max((rows * vectors) / PER_CYCLE, (rows + vectors) / PER_CYCLE, LATENCY);

/** The parts that a range falls into: as many of the full length as there are, and what remains. */
export function split(length: number, part: number): { full: number; rest: number } {
  return { full: Math.floor(length / part), rest: length % part };
}

/**
 * The blocking of least estimated time.
 * @param rows - to be computed with each vector of outputs
 * @param unit - rows that must be together
 */
export function chooseBlocking(rows: number, channels: number, unit = 1): Blocking {
  const vectors = Math.ceil(channels / LANES);
  let best: Blocking = { rows: unit, vectors: 1 };
  let least = Number.POSITIVE_INFINITY;
  for (let r = unit; r <= Math.max(unit, SUMS); r += unit) {
    for (let v = 1; v <= vectors && r * v <= SUMS; v++) {
      const perVectors = (width: number) => {
        const { full, rest } = split(rows, r);
        return full * cycles(r, width) + (rest > 0 ? cycles(rest, width) : 0);
      };
      const { full, rest } = split(vectors, v);
      const total = full * perVectors(v) + (rest > 0 ? perVectors(rest) : 0);
      if (total < least) {
        least = total;
        best = { rows: r, vectors: v };
      }
    }
  }
  return best;
}

/** A range of vectors of outputs whose weights lie together. */
export interface Panel {
  /** First vector. */
  readonly start: number;
  readonly vectors: number;
}

/** Panels of equal width, the last one perhaps narrower. */
export function panelsOf(channels: number, width: number): Panel[] {
  const vectors = Math.ceil(channels / LANES);
  const starts = Array.from({ length: Math.ceil(vectors / width) }, (_, i) => i * width);
  return starts.map((start) => ({ start, vectors: Math.min(width, vectors - start) }));
}
