/**
 * The one source of randomness: Threefry-2x32 with 20 rounds (Salmon et al., "Parallel random numbers:
 * as easy as 1, 2, 3", SC 2011). It is counter based: the n-th number of a stream is a function of
 * (seed, stream, n) alone, in 32-bit additions, rotations and xors that mean the same in TypeScript,
 * AssemblyScript and WGSL. So a seed gives the same weights, order and dropout masks wherever it is used.
 */

/** What a stream of numbers is for. The numbers are part of the definition: changing one changes every seeded run. */
export const STREAMS = {
  split: 1,
  shuffle: 2,
  weights: 3,
  dropout: 4,
  bootstrap: 5,
  projection: 6,
  digits: 7,
  labels: 8,
  mix: 9,
  augment: 10,
  'non-digits': 11,
  sweep: 12,
} as const;
type StreamName = keyof typeof STREAMS;

const PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

const rotateLeft = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

/**
 * One block: two 32-bit words of output for a 64-bit key and a 64-bit counter.
 * @returns two unsigned 32-bit integers
 */
export function threefry2x32(
  key: readonly [number, number],
  counter: readonly [number, number],
): [number, number] {
  const keys = [key[0] | 0, key[1] | 0, PARITY ^ key[0] ^ key[1]] as const;
  let x = (counter[0] + keys[0]) | 0;
  let y = (counter[1] + keys[1]) | 0;
  for (let group = 0; group < 5; group++) {
    const first = (group & 1) * 4;
    for (let i = 0; i < 4; i++) {
      x = (x + y) | 0;
      y = rotateLeft(y, ROTATIONS[(first + i) as 0]) ^ x;
    }
    x = (x + keys[((group + 1) % 3) as 0]) | 0;
    y = (y + keys[((group + 2) % 3) as 0] + group + 1) | 0;
  }
  return [x >>> 0, y >>> 0];
}

/** A sequence of numbers that is fixed by seed, purpose and an index such as the epoch or the batch. */
export class RandomStream {
  private readonly key: readonly [number, number];
  private counter = 0;
  private spare: number | undefined;

  /**
   * @param seed - unsigned 32-bit integer
   * @param index - sub-stream, 0 to 2³²−1: the epoch for 'shuffle', the weight tensor for 'weights', ...
   */
  constructor(
    seed: number,
    stream: StreamName,
    private readonly index = 0,
  ) {
    this.key = [seed >>> 0, STREAMS[stream]];
  }

  /** The next unsigned 32-bit integer. */
  bits(): number {
    if (this.spare !== undefined) {
      const word = this.spare;
      this.spare = undefined;
      return word;
    }
    const [first, second] = threefry2x32(this.key, [this.counter++, this.index]);
    this.spare = second;
    return first;
  }

  /** The next number in [0, 1), a multiple of 2⁻²⁴ so that it is exact in single precision. */
  uniform(): number {
    return (this.bits() >>> 8) * 2 ** -24;
  }

  /** The next integer in [0, bound), without bias (rejection of the incomplete last interval). */
  below(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const word = this.bits();
      if (word < limit) return word % bound;
    }
  }

  /** The next standard normal deviate (Box–Muller, one of the pair). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}

/** Fisher–Yates, in place. */
export function shuffle(values: Uint32Array, random: RandomStream): Uint32Array {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const kept = values[last] as number;
    values[last] = values[other] as number;
    values[other] = kept;
  }
  return values;
}
