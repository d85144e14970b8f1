import { principalComponents } from '../../metrics/pca';
import type { ProjectionMethod } from '../../protocol/engine-api';
import { umapPoints } from './umap';

export interface EmbeddingRequest {
  readonly method: ProjectionMethod;
  /** [n, width] */
  readonly features: Float32Array<ArrayBuffer>;
  readonly width: number;
}

/** @returns [n, 2] */
export function embed({ method, features, width }: EmbeddingRequest): Float32Array<ArrayBuffer> {
  switch (method) {
    case 'pca':
      return principalComponents(features, width).points;
    case 'umap':
      return umapPoints(features, width);
    default:
      return method satisfies never;
  }
}
