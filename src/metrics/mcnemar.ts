/** Whether two networks differ, by the images that only one of them reads right. */
interface McNemar {
  /** 0 to 1, two-sided: how often chance alone would part these images as unevenly, if both were as good. */
  readonly p: number;
  readonly method: 'exact' | 'mid-p';
}

/** Below it the exact test; with more pairs it is needlessly careful, and mid-p holds its level. */
const FEW_PAIRS = 25;

/**
 * McNemar's test of two networks on the same images (Psychometrika 12, 1947): of the images that only one of them reads
 * right, each is either's with probability ½ if both are as good. Exact, by the binomial distribution, for fewer than 25
 * of them; else with mid-p, which counts the outcome itself half and comes nearer to the level that it promises
 * (Fagerland, Lydersen & Laake, BMC Medical Research Methodology 13:91, 2013).
 * @param onlyA, onlyB - images that one of the two alone reads right; whole numbers
 */
export function mcnemar(onlyA: number, onlyB: number): McNemar {
  const pairs = onlyA + onlyB;
  const fewer = Math.min(onlyA, onlyB);
  const { upTo, itself } = fairCoin(pairs, fewer);
  // Both tails are alike; where the pairs part evenly they overlap in the middle.
  if (pairs < FEW_PAIRS) return { p: Math.min(1, 2 * upTo), method: 'exact' };
  return { p: onlyA === onlyB ? 1 - itself / 2 : 2 * upTo - itself, method: 'mid-p' };
}

/** Of the binomial distribution with probability ½: P(X ≤ k) and P(X = k). Terms are added from the largest down. */
function fairCoin(n: number, k: number): { readonly upTo: number; readonly itself: number } {
  const itself = Math.exp(logChoose(n, k) - n * Math.LN2);
  let [upTo, term] = [itself, itself];
  for (let i = k; i > 0; i--) {
    term *= i / (n - i + 1);
    upTo += term;
  }
  return { upTo, itself };
}

/** ln (n over k). A sum of n logarithms at most: exact to about 1e-12 for the 10,000 images of a test. */
function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
