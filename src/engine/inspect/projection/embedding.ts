import { principalComponents } from '../../../metrics/pca';
import type { ProjectionMethod } from '../../../protocol/inspect';
import { umapPoints } from './umap';

export interface EmbeddingRequest {
  readonly method: ProjectionMethod;
  /** [n, width] */
  readonly features: Float32Array<ArrayBuffer>;
  readonly width: number;
}

export interface Embedded {
  /** [n, 2] */
  readonly points: Float32Array<ArrayBuffer>;
  /** By PCA: of the variance, along both axes. */
  readonly shares?: readonly [number, number];
}

export function embed({ method, features, width }: EmbeddingRequest): Embedded {
  switch (method) {
    case 'pca':
      return principalComponents(features, width);
    case 'umap':
      return { points: umapPoints(features, width) };
    default:
      return method satisfies never;
  }
}
