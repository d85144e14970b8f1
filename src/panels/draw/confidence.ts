import type { Ranked } from '../../metrics/top';

/** How sure a network is, in steps that words have names for. */
type Confidence = 'certain' | 'very' | 'likely' | 'unsure';

/** From which probability on; calibrated, so that of the answers called certain 99 in 100 are right. */
const FROM = { certain: 0.99, very: 0.9, likely: 0.6 } as const;

/** Below it a person is told how to draw so that it is read. */
export const NEEDS_TIP = FROM.likely;

/** @param first - the likeliest class */
export function confidenceOf({ probability }: Ranked): Confidence {
  if (probability >= FROM.certain) return 'certain';
  if (probability >= FROM.very) return 'very';
  return probability >= FROM.likely ? 'likely' : 'unsure';
}
