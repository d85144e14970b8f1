/** The default network. */
const ONE_EPOCH = 'preset=one-epoch&epochs=1';

/**
 * What a search compares, by the preset that it is for: each an address of the lab, without the seed, which can be opened in
 * it. What came of them is in the README of this folder's parent.
 */
export const CANDIDATES: Readonly<Record<string, readonly string[]>> = {
  'one-epoch': [
    'batch=128&smoothing=0',
    'batch=64&smoothing=0',
    'batch=64&smoothing=0&lr=0.005',
    'batch=32&smoothing=0&lr=0.003',
    'batch=64&smoothing=0.05&lr=0.005',
    'batch=64&smoothing=0.05',
    'batch=64&smoothing=0.1',
    'batch=64&smoothing=0.1&lr=0.007',
    'batch=64&smoothing=0.1&init=he',
    'batch=48&smoothing=0.1',
    'batch=128&smoothing=0.1',
    'batch=128&smoothing=0&net=c24k5-p2-c32k3-p2-d256-d10',
    'batch=64&smoothing=0&lr=0.005&net=c24k5-p2-c32k3-p2-d256-d10',
    'batch=64&smoothing=0&lr=0.005&net=c24k5-p2-c32k5-p2-d128-d10',
    'batch=64&smoothing=0.1&net=c32k3-p2-c48k3-p2-d128-d10',
  ].map((changes) => `${ONE_EPOCH}&${changes}`),
};
