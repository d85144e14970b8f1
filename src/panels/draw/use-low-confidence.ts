import { useCallback } from 'react';
import type { NormalizedInk } from '../../ink/normalize';
import type { Ranked } from '../../metrics/top';
import type { Inquiries } from '../../protocol/engine-api';
import { useReadsDigits } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { NEEDS_TIP } from './confidence';
import { usePreprocessed } from './use-preprocessed';

export interface LowConfidence {
  /** The drawing as the network saw it. */
  readonly seen: NormalizedInk;
  /** It looks like no digit; else the network is only unsure which. */
  readonly isOutOfDistribution: boolean;
}

/**
 * Whether an answer is to be doubted, once the pen has rested: half a digit is none.
 * @param first - the likeliest class; undefined without an answer
 */
export function useLowConfidence(first: Ranked | undefined): LowConfidence | undefined {
  const seen = usePreprocessed();
  const isOutOfDistribution = useOutOfDistribution(seen?.image);
  if (!first || !seen) return undefined;
  return isOutOfDistribution || first.probability < NEEDS_TIP ? { seen, isOutOfDistribution } : undefined;
}

/** True where the detector says that an image is no digit. It knows nothing of other classes. */
function useOutOfDistribution(image: Float32Array | undefined): boolean {
  const readsDigits = useReadsDigits();
  const question = useCallback(
    (engine: Inquiries) => (image ? engine.looksLikeDigit(image) : Promise.resolve(undefined)),
    [image],
  );
  const { answer } = useInquiry(readsDigits && image ? question : undefined, 'nothing');
  return answer === false;
}
