export interface EigenPair {
  readonly value: number;
  /** Of length 1. */
  readonly vector: Float64Array;
}

/** Sweeps after which any small matrix has long converged. */
const MOST_SWEEPS = 50;

/**
 * All eigenvalues of a small symmetric matrix with their vectors, by Jacobi rotations (Golub & Van Loan, Matrix
 * Computations, 8.5).
 * @param given - [n][n]; not changed
 * @returns largest eigenvalue first
 */
export function symmetricEigen(given: readonly Float64Array[]): EigenPair[] {
  const n = given.length;
  const a = given.map((row) => row.slice());
  const vectors = given.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  return vectors
    .map((vector, i) => ({ value: at(a, i, i), vector }))
    .sort((one, other) => other.value - one.value);
}

const at = (a: readonly Float64Array[], row: number, column: number) => a[row]?.[column] as number;

function isDiagonal(a: readonly Float64Array[]): boolean {
  const largest = Math.max(...a.map((row) => Math.max(...row.map(Math.abs))));
  return a.every((row, i) => row.every((value, j) => i === j || Math.abs(value) <= 1e-15 * largest));
}

/** Makes a[p][q] zero by a rotation in the plane of p and q, and turns the vectors along. */
function rotate(a: readonly Float64Array[], vectors: readonly Float64Array[], p: number, q: number): void {
  const off = at(a, p, q);
  if (off === 0) return;
  const tau = (at(a, q, q) - at(a, p, p)) / (2 * off);
  const tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cos = 1 / Math.hypot(1, tangent);
  const sin = tangent * cos;
  for (const row of a) turn(row, row, p, q, cos, sin);
  turnRows(a, p, q, cos, sin);
  turnRows(vectors, p, q, cos, sin);
}

function turn(x: Float64Array, y: Float64Array, p: number, q: number, cos: number, sin: number): void {
  const [u, v] = [x[p] as number, y[q] as number];
  x[p] = cos * u - sin * v;
  y[q] = sin * u + cos * v;
}

function turnRows(rows: readonly Float64Array[], p: number, q: number, cos: number, sin: number): void {
  const [x, y] = [rows[p] as Float64Array, rows[q] as Float64Array];
  for (let i = 0; i < x.length; i++) {
    const [u, v] = [x[i] as number, y[i] as number];
    x[i] = cos * u - sin * v;
    y[i] = sin * u + cos * v;
  }
}
