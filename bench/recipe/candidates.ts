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
  'best-small': [
    'preset=best-small&net=c32k5-p2-n-c48k5-n-c64k3-p2-n-d64-n-d10&epochs=12&shift=1.5&rotate=10&scale=0.1&shear=5&elastic=1',
  ],
  tiny: [
    'net=c8k3-n-c8k3-p2-n-c10k3-n-c10k3-p2-n-c12k3-n-g-d10&epochs=30',
    'net=c6k5-p2-n-c10k3-n-c10k3-p2-n-c12k3-n-g-d10&epochs=30',
    'net=c6k5-p2-n-c10k3-n-c10k3-p2-n-c12k3-n-g-d10&epochs=30&shift=0&rotate=0&scale=0',
    'net=c6k5-p2-n-c8k3-n-c10k3-p2-n-c10k3-n-g-d10&epochs=40',
    'net=c6k5-p2-n-c8k3-n-c10k3-p2-n-c10k3-n-g-d10&epochs=40&rotate=5&scale=0.05',
    'net=c5k5-p2-n-c8k3-n-c10k3-p2-n-c10k3-n-g-d10&epochs=30',
    'net=c8k5-p2-n-c8k5-p2-n-c16k3-n-g-d10&epochs=30',
    'net=c8k5-p2-n-s16k3-n-s20k3-p2-n-s24k3-n-g-d10&epochs=40',
    'net=c6k3-n-c6k3-p2-n-s14k3-n-s16k3-p2-n-s24k3-n-g-d10&epochs=40',
  ].map((changes) => `preset=tiny&${changes}`),
};
