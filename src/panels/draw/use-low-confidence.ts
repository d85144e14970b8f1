import { useCallback } from 'react';
import type { NormalizedInk } from '../../ink/normalize';
import type { Ranked } from '../../metrics/top';
import type { Inquiries } from '../../protocol/engine-api';
import { useClassWording } from '../shared/use-class-names';
import { useInquiry } from '../shared/use-inquiry';
import { NEEDS_TIP } from './confidence';
import { useSeen } from './use-seen';

export interface Doubt {
  /** The drawing as the network saw it. */
  readonly seen: NormalizedInk;
  /** It looks like no digit; else the network is only unsure which. */
  readonly isStrange: boolean;
}

/**
 * Whether an answer is to be doubted, once the pen has rested: half a digit is none.
 * @param first - the likeliest class; undefined without an answer
 */
export function useDoubt(first: Ranked | undefined): Doubt | undefined {
  const seen = useSeen();
  const isStrange = useStrangeness(seen?.image);
  if (!first || !seen) return undefined;
  return isStrange || first.probability < NEEDS_TIP ? { seen, isStrange } : undefined;
}

/** True where the detector says that an image is no digit. It knows nothing of other classes. */
function useStrangeness(image: Float32Array | undefined): boolean {
  const areDigits = useClassWording().context !== 'named';
  const question = useCallback(
    (engine: Inquiries) => (image ? engine.looksLikeDigit(image) : Promise.resolve(undefined)),
    [image],
  );
  const { answer } = useInquiry(areDigits && image ? question : undefined, 'nothing');
  return answer === false;
}
