import { UMAP } from 'umap-js';
import { nearestRows } from '../../../metrics/nearest';
import { principalComponents } from '../../../metrics/pca';
import { RandomStream } from '../../../model/random';

/** As in the paper and in its authors' library. */
const NEIGHBOURS = 15;
const MIN_DISTANCE = 0.1;
/** Half the side of the square that the points start in. */
const START = 10;

/**
 * Uniform manifold approximation and projection (McInnes, Healy & Melville, 2018): rows that are near each other are
 * drawn near each other; the distance between far groups says little. Started from the principal components, so that
 * what lies on one side there mostly stays there. The same rows give the same points.
 * @param rows - [n, width], n from 3
 * @returns [n, 2]
 */
export function umapPoints(rows: Float32Array, width: number): Float32Array<ArrayBuffer> {
  const count = rows.length / width;
  const neighbours = Math.min(NEIGHBOURS, count - 1);
  const random = new RandomStream(0, 'projection', 1);
  const umap = new UMAP({
    nNeighbors: neighbours,
    minDist: MIN_DISTANCE,
    random: () => random.uniform(),
  });
  const { indices, distances } = nearestOfEach(rows, width, neighbours);
  umap.setPrecomputedKNN(indices, distances);
  // With the neighbours given, the library asks only how many rows there are.
  const epochs = umap.initializeFit(Array.from({ length: count }, () => []));
  startFrom(umap.getEmbedding(), principalComponents(rows, width).points);
  for (let epoch = 0; epoch < epochs; epoch++) umap.step();
  return Float32Array.from(umap.getEmbedding().flat());
}

/** Of each row, itself first. */
function nearestOfEach(rows: Float32Array, width: number, count: number) {
  const indices: number[][] = [];
  const distances: number[][] = [];
  for (let row = 0; row * width < rows.length; row++) {
    const near = nearestRows(rows, rows.subarray(row * width, (row + 1) * width), count);
    const others = near.filter((other) => other.row !== row).slice(0, count - 1);
    indices.push([row, ...others.map((other) => other.row)]);
    distances.push([0, ...others.map(({ distance }) => distance)]);
  }
  return { indices, distances };
}

/** The library starts at random; its embedding is changed in place, with a thousandth of that left to part equal rows. */
function startFrom(embedding: number[][], points: Float32Array): void {
  const largest = points.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  embedding.forEach((point, i) => {
    for (const axis of [0, 1]) {
      point[axis] = (START * (points[2 * i + axis] as number)) / largest + (point[axis] as number) / 1000;
    }
  });
}
