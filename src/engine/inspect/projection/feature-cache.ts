import type { LabelledImages } from '../../../data/dataset';
import type { NetworkInUse } from '../../network/network-in-use';

/** A network as far as its features are asked for. */
export type ReadNetwork = Pick<NetworkInUse, 'runtime' | 'trainedBatches' | 'weightsVersion'>;

/** What the last layer reads in some images. */
export interface Features {
  /** [n, width] */
  readonly rows: Float32Array;
  readonly width: number;
  /** All weights that they were read with, in the order of the plan: the last layer's kernel and bias are at the end. */
  readonly weights: readonly Float32Array[];
}

/** A reading waits for no more images than this before it lets others have their turn. */
const CHUNK = 100;
/** 128 MB. Where features are so wide that all images would need more, fewer images are read. */
const MOST_VALUES = 2 ** 25;

interface Kept {
  readonly images: LabelledImages;
  readonly positions: Uint32Array;
  readonly weightsVersion: number;
  readonly features: Features;
}

/** The features of one set of images, kept for as long as neither the images nor the weights change. */
export class FeatureCache {
  private kept: Kept | undefined;

  /** @param yieldToEventLoop - called between chunks, so that training and other questions go on */
  constructor(private readonly yieldToEventLoop: () => Promise<void>) {}

  /**
   * Features with the weights of this moment; while training goes on, those of later images are of later weights.
   * @param positions - in `images`; of the first of them only, where features are very wide
   * @param isWanted - asked between chunks
   * @returns undefined once they are not wanted any more
   */
  async read(
    network: ReadNetwork,
    images: LabelledImages,
    positions: Uint32Array,
    isWanted: () => boolean,
  ): Promise<Features | undefined> {
    const { runtime, weightsVersion } = network;
    const { kept } = this;
    if (kept?.images === images && kept.weightsVersion === weightsVersion) {
      if (sameValues(kept.positions, positions)) return kept.features;
    }
    this.kept = undefined;
    const weights = await runtime.weights();
    const width = (weights.at(-2)?.length ?? 0) / (weights.at(-1)?.length ?? 1);
    const count = Math.min(positions.length, Math.floor(MOST_VALUES / width));
    const rows = new Float32Array(count * width);
    for (let start = 0; start < count; start += CHUNK) {
      if (!isWanted()) return undefined;
      const chunk = positions.subarray(start, Math.min(start + CHUNK, count));
      rows.set(await runtime.features(images, chunk), start * width);
      await this.yieldToEventLoop();
    }
    if (!isWanted()) return undefined;
    const features = { rows, width, weights };
    if (network.weightsVersion === weightsVersion)
      this.kept = { images, positions, weightsVersion, features };
    return features;
  }
}

const sameValues = (some: Uint32Array, others: Uint32Array) =>
  some.length === others.length && some.every((value, i) => value === others[i]);
