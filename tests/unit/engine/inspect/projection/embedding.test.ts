import { describe, expect, test } from 'vitest';
import { embed } from '../../../../../src/engine/inspect/projection/embedding';
import { principalComponents } from '../../../../../src/metrics/pca';
import { RandomStream } from '../../../../../src/model/random';

const WIDTH = 20;

/** Three clouds far apart, their points in turn. */
function clouds(count: number): Float32Array<ArrayBuffer> {
  const random = new RandomStream(5, 'shuffle');
  return Float32Array.from({ length: count * WIDTH }, (_, at) => {
    const cloud = Math.floor(at / WIDTH) % 3;
    return random.normal() + (at % 3 === cloud ? 6 : 0);
  });
}

const umap = (features: Float32Array<ArrayBuffer>) =>
  embed({ method: 'umap', features, width: WIDTH }).points;

/** Which cloud most of the five nearest other points belong to, for each point. */
function neighbourhood(points: Float32Array): number[] {
  const count = points.length / 2;
  const distance = (a: number, b: number) =>
    Math.hypot(
      (points[2 * a] ?? 0) - (points[2 * b] ?? 0),
      (points[2 * a + 1] ?? 0) - (points[2 * b + 1] ?? 0),
    );
  return Array.from({ length: count }, (_, i) => {
    const others = Array.from({ length: count }, (_, j) => j).filter((j) => j !== i);
    const nearest = others.sort((a, b) => distance(i, a) - distance(i, b)).slice(0, 5);
    return [0, 1, 2].findIndex((cloud) => nearest.filter((j) => j % 3 === cloud).length > 2);
  });
}

describe('UMAP', () => {
  test('keeps clouds together and apart', { timeout: 60_000 }, () => {
    const points = umap(clouds(120));
    expect(points).toHaveLength(240);
    expect(neighbourhood(points)).toEqual(Array.from({ length: 120 }, (_, i) => i % 3));
  });

  test('gives the same points for the same rows', { timeout: 60_000 }, () => {
    expect(umap(clouds(60))).toEqual(umap(clouds(60)));
  });

  test('draws fewer rows than it has neighbours for, and equal ones', () => {
    for (const features of [clouds(4), new Float32Array(20 * WIDTH).fill(2)]) {
      const points = umap(features);
      expect(points.every(Number.isFinite)).toBe(true);
      expect(points).toHaveLength((2 * features.length) / WIDTH);
    }
  });
});

test('PCA gives the principal components', () => {
  const features = clouds(30);
  const wanted = principalComponents(features, WIDTH);
  expect(embed({ method: 'pca', features, width: WIDTH })).toEqual(wanted);
});
