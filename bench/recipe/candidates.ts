/**
 * What a search compares, by the preset that it is for: each an address of the lab, without the seed, which can be opened in
 * it. What came of them is in the README beside this folder.
 */
export const CANDIDATES: Readonly<Record<string, readonly string[]>> = {
  'one-epoch': ['epochs=1&net=c24k5-p2-c32k3-p2-d128-d10', 'epochs=1&net=c24k5-p2-n-c32k3-p2-n-d128-n-d10'],
};
