import { useCallback, useEffect, useState } from 'react';
import type { Projection, ProjectionMethod } from '../../protocol/inspect';
import { isTrained } from '../../state/network/network-selectors';
import { useInquiry } from '../shared/use-inquiry';
import { useInquiries, useLab } from '../shared/use-lab';

export interface ShownProjection {
  readonly method: ProjectionMethod;
  choose(method: ProjectionMethod): void;
  /** The last one by this method and of this network, perhaps of earlier weights. */
  readonly projection: Projection | undefined;
  /** `asleep`: only made on request, and not requested. */
  readonly status: 'asleep' | 'computing' | 'ready' | 'failed';
  /** The weights have moved on, and it does not follow by itself. */
  readonly isOutdated: boolean;
  compute(): void;
  cancel(): void;
}

/** A request, and the version of the weights that it was made for. */
interface Request {
  readonly weights: number;
}

interface Kept {
  readonly projection: Projection;
  readonly network: object | undefined;
  readonly weights: number;
}

/** PCA by itself whenever the weights come to rest; UMAP, which takes seconds, when it is chosen and on request. */
export function useProjection(): ShownProjection {
  const inquiries = useInquiries();
  const trained = useLab(isTrained);
  const network = useLab((state) => state.built);
  const weights = useLab((state) => state.restingWeights);
  const [method, setMethod] = useState<ProjectionMethod>('pca');
  const [request, setRequest] = useState<Request>();
  const [kept, setKept] = useState<Kept>();
  const asked = method === 'pca' ? weights : request?.weights;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other weights, or another request, are another question
  const question = useCallback(
    (engine: typeof inquiries) => engine.projection(method),
    [method, asked, request],
  );
  const isAsked = trained && asked !== undefined;
  const { status, answer, retry } = useInquiry(isAsked ? question : undefined, 'nothing');
  // Whatever is under way then is about what nobody looks at any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what is given up
  useEffect(() => () => void inquiries.cancelProjection().catch(() => undefined), [inquiries, question]);

  if (answer && asked !== undefined && kept?.projection !== answer)
    setKept({ projection: answer, network, weights: asked });
  const fits = kept && kept.network === network && kept.projection.method === method ? kept : undefined;
  return {
    method,
    choose(chosen) {
      setMethod(chosen);
      if (chosen === 'umap' && kept?.projection.method !== 'umap') setRequest({ weights });
    },
    projection: fits?.projection,
    status: !isAsked ? 'asleep' : status === 'loading' ? 'computing' : status,
    isOutdated: method === 'umap' && fits !== undefined && fits.weights !== weights,
    compute() {
      if (status === 'failed') retry();
      else setRequest({ weights });
    },
    cancel: () => setRequest(undefined),
  };
}
