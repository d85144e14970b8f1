import { RandomStream } from '../model/random';
import { type EigenPair, symmetricEigen } from './symmetric-eigen';

/** Rows seen from the two directions in which they differ most. */
interface PrincipalComponents {
  /** [n, 2] row by row: coordinates around the mean of the rows */
  readonly points: Float32Array<ArrayBuffer>;
  /** Of the whole variance, 0 to 1: along the first direction, and along the second. */
  readonly shares: readonly [number, number];
}

/** Directions that are iterated together: the more beyond two, the faster these two converge. */
const BLOCK = 8;
const MOST_ITERATIONS = 100;
/** Of the residual of an eigenvector, against the largest eigenvalue. */
const TOLERANCE = 1e-7;

/**
 * Principal component analysis: the two leading eigenvectors of the covariance matrix, by orthogonal iteration of a
 * block with a Rayleigh–Ritz step (Golub & Van Loan, Matrix Computations, 8.2). The covariance itself is never formed,
 * so that wide rows need no more memory. The same rows always give the same points: the start is fixed, and the largest
 * number of a direction is positive.
 * @param rows - [n, width]
 */
export function principalComponents(rows: Float32Array, width: number): PrincipalComponents {
  const centred = new CentredRows(rows, width);
  let basis = orthonormal(startVectors(Math.min(BLOCK, width), width));
  for (let iteration = 0; ; iteration++) {
    const images = centred.timesCovariance(basis);
    const pairs = symmetricEigen(basis.map((b) => Float64Array.from(images, (image) => dot(b, image))));
    const ritz = pairs.map(({ vector }) => combination(basis, vector));
    const moved = pairs.map(({ vector }) => combination(images, vector));
    if (iteration === MOST_ITERATIONS || isConverged(pairs, ritz, moved)) {
      return seenFrom(centred, ritz.slice(0, 2).map(withFixedSign), pairs);
    }
    basis = orthonormal(moved);
  }
}

class CentredRows {
  readonly count: number;
  /** Of all numbers around the mean row, each direction of the space taken together. */
  readonly variance: number;
  private readonly mean: Float64Array;
  private readonly row: Float64Array;

  constructor(
    private readonly rows: Float32Array,
    private readonly width: number,
  ) {
    this.count = rows.length / width;
    this.row = new Float64Array(width);
    this.mean = new Float64Array(width);
    rows.forEach((value, i) => {
      this.mean[i % width] = (this.mean[i % width] as number) + value / this.count;
    });
    let squares = 0;
    for (let i = 0; i < this.count; i++) squares += dot(this.at(i), this.at(i));
    this.variance = squares / this.count;
  }

  /** A row around the mean. Valid until the next call. */
  at(index: number): Float64Array {
    const { row, rows, mean, width } = this;
    const start = index * width;
    for (let i = 0; i < width; i++) row[i] = (rows[start + i] as number) - (mean[i] as number);
    return row;
  }

  timesCovariance(vectors: readonly Float64Array[]): Float64Array[] {
    const products = vectors.map(() => new Float64Array(this.width));
    for (let i = 0; i < this.count; i++) {
      const row = this.at(i);
      vectors.forEach((vector, v) => {
        addScaled(products[v] as Float64Array, row, dot(row, vector) / this.count);
      });
    }
    return products;
  }
}

function seenFrom(
  rows: CentredRows,
  directions: readonly Float64Array[],
  pairs: readonly EigenPair[],
): PrincipalComponents {
  const points = new Float32Array(2 * rows.count);
  for (let i = 0; i < rows.count; i++) {
    const row = rows.at(i);
    for (const [axis, direction] of directions.entries()) points[2 * i + axis] = dot(row, direction);
  }
  const share = (axis: number) => (rows.variance > 0 ? (pairs[axis]?.value ?? 0) / rows.variance : 0);
  return { points, shares: [share(0), share(1)] };
}

/** Both leading vectors are only stretched by the matrix, not turned. */
function isConverged(
  pairs: readonly EigenPair[],
  vectors: readonly Float64Array[],
  moved: readonly Float64Array[],
): boolean {
  const largest = pairs[0]?.value ?? 0;
  return vectors.slice(0, 2).every((vector, i) => {
    const residual = (moved[i] as Float64Array).slice();
    addScaled(residual, vector, -(pairs[i]?.value ?? 0));
    return Math.sqrt(dot(residual, residual)) <= TOLERANCE * largest;
  });
}

function startVectors(count: number, width: number): Float64Array[] {
  const random = new RandomStream(0, 'projection');
  return Array.from({ length: count }, () => new Float64Array(width).map(() => random.normal()));
}

/** Gram–Schmidt, twice for its rounding errors. A vector that adds no direction becomes zero. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    const before = Math.sqrt(dot(rest, rest));
    for (const b of [...basis, ...basis]) addScaled(rest, b, -dot(rest, b));
    const length = Math.sqrt(dot(rest, rest));
    basis.push(rest.map((value) => (length > 1e-12 * before ? value / length : 0)));
  }
  return basis;
}

function withFixedSign(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}

function combination(vectors: readonly Float64Array[], factors: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => {
    addScaled(sum, vector, factors[i] as number);
  });
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addScaled(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) {
    target[i] = (target[i] as number) + factor * (vector[i] as number);
  }
}
