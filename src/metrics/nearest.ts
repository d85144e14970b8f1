interface Near {
  /** Which of the rows. */
  readonly row: number;
  /** Euclidean. */
  readonly distance: number;
}

/**
 * The rows nearest to a point, compared with every one.
 * @param rows - [n, width]
 * @param point - [width]
 * @param count - fewer are found where there are fewer rows
 * @returns nearest first; the earlier row where two are equally far
 */
export function nearestRows(rows: Float32Array, point: Float32Array, count: number): Near[] {
  const width = point.length;
  const found: { row: number; squared: number }[] = [];
  for (let row = 0; row * width < rows.length; row++) {
    const farthest = found.length < count ? Number.POSITIVE_INFINITY : (found.at(-1)?.squared ?? 0);
    const squared = squaredDistance(rows, row * width, point, farthest);
    if (squared >= farthest) continue;
    const place = found.findIndex((other) => squared < other.squared);
    found.splice(place < 0 ? found.length : place, 0, { row, squared });
    if (found.length > count) found.pop();
  }
  return found.map(({ row, squared }) => ({ row, distance: Math.sqrt(squared) }));
}

/** Numbers that are added up before it is asked whether the sum is too large already. */
const PIECE = 32;

/** Exact where it is below `limit`; else anything from `limit` on. */
function squaredDistance(rows: Float32Array, start: number, point: Float32Array, limit: number): number {
  let sum = 0;
  for (let from = 0; from < point.length && sum < limit; from += PIECE) {
    const to = Math.min(from + PIECE, point.length);
    for (let i = from; i < to; i++) {
      const difference = (rows[start + i] as number) - (point[i] as number);
      sum += difference * difference;
    }
  }
  return sum;
}
