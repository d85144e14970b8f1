import { describe, expect, test } from 'vitest';
import { principalComponents } from '../../../src/metrics/pca';
import { symmetricEigen } from '../../../src/metrics/symmetric-eigen';
import { RandomStream } from '../../../src/model/random';

const ROWS = 40;
const WIDTH = 12;

/** Row by row. Twelve directions of similar variance, the hardest case for an iteration. */
const rows = Float32Array.from({ length: ROWS * WIDTH }, (_, at) => {
  const [i, j] = [Math.floor(at / WIDTH), at % WIDTH];
  return Math.sin(0.37 * i * (j * j + 1)) * (1 + 0.2 * j);
});

const pointsOf = (values: Float32Array, width: number) => [...principalComponents(values, width).points];

describe('the first two principal components', () => {
  /**
   * By NumPy, from the same rows in single precision:
   *   i, j = np.arange(40)[:, None].astype(float), np.arange(12)[None, :].astype(float)
   *   x = (np.sin(0.37 * i * (j * j + 1)) * (1 + 0.2 * j)).astype(np.float32).astype(float)
   *   c = x - x.mean(0); u, s, vt = np.linalg.svd(c, full_matrices=False)
   *   for v in vt[:2]: v *= np.sign(v[np.argmax(abs(v))])
   *   (c @ vt[:2].T)[[0, 1, 17, 39]]; s[:2]**2 / (s**2).sum()
   */
  test('are those of NumPy', () => {
    const { points, shares } = principalComponents(rows, WIDTH);
    const wanted = [
      [0, [0.062823135, 0.109027115]],
      [1, [-4.466181296, -1.734448175]],
      [17, [0.376684474, 1.829450699]],
      [39, [2.403445265, -2.157837177]],
    ] as const;
    for (const [row, [x, y]] of wanted) {
      expect(points[2 * row]).toBeCloseTo(x, 5);
      expect(points[2 * row + 1]).toBeCloseTo(y, 5);
    }
    expect(shares[0]).toBeCloseTo(0.314609727, 6);
    expect(shares[1]).toBeCloseTo(0.256581497, 6);
  });

  test('keep all distances of rows that lie in a plane, however wide they are', () => {
    const random = new RandomStream(1, 'shuffle');
    const width = 300;
    const flat = Float32Array.from({ length: 30 * 2 }, () => random.normal());
    const plane = Float32Array.from({ length: 30 * width }, (_, at) => {
      const [i, j] = [Math.floor(at / width), at % width];
      const [x = 0, y = 0] = flat.subarray(2 * i);
      // Two directions at a right angle, of length √150, and a place far from the origin.
      return 5 + (j % 2 === 0 ? x : y);
    });
    const points = principalComponents(plane, width).points;
    const distance = (of: Float32Array, a: number, b: number) =>
      Math.hypot((of[2 * a] ?? 0) - (of[2 * b] ?? 0), (of[2 * a + 1] ?? 0) - (of[2 * b + 1] ?? 0));
    for (let other = 1; other < 30; other++) {
      expect(distance(points, 0, other)).toBeCloseTo(Math.sqrt(150) * distance(flat, 0, other), 3);
    }
  });

  test('are the same when the rows are moved', () => {
    const moved = rows.map((value, at) => value + (at % WIDTH));
    pointsOf(moved, WIDTH).forEach((value, i) => {
      expect(value).toBeCloseTo(pointsOf(rows, WIDTH)[i] as number, 4);
    });
  });

  test('are zero where rows do not differ, and the second where they have one number', () => {
    expect(pointsOf(new Float32Array(6).fill(3), 2)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(pointsOf(Float32Array.of(1, 2, 6), 1)).toEqual([-2, 0, -1, 0, 3, 0]);
  });
});

test('the eigenvectors of a symmetric matrix are stretched by its eigenvalues, largest first', () => {
  const random = new RandomStream(2, 'shuffle');
  const matrix = Array.from({ length: 8 }, () => new Float64Array(8));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) row[j] = (matrix[j] as Float64Array)[i] = random.normal();
  });
  const pairs = symmetricEigen(matrix);
  pairs.forEach(({ value, vector }, i) => {
    if (i > 0) expect(value).toBeLessThanOrEqual(pairs[i - 1]?.value as number);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
    matrix.forEach((row, j) => {
      const product = row.reduce((sum, entry, k) => sum + entry * (vector[k] as number), 0);
      expect(product).toBeCloseTo(value * (vector[j] as number), 12);
    });
  });
});
