/** How far the network's probabilities can be taken at their word. */
export interface Calibration {
  readonly bins: readonly ReliabilityBin[];
  /**
   * Expected calibration error: Σ (images in bin / images) · |accuracy − confidence|, 0 to 1 (Guo et al., 'On
   * calibration of modern neural networks', ICML 2017, equation 5).
   */
  readonly ece: number;
  /** Mean probability of the class that was read, 0 to 1. */
  readonly confidence: number;
  /** 0 to 1 */
  readonly accuracy: number;
  readonly images: number;
}

/** The images whose confidence lies in (from, to]. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly images: number;
  readonly right: number;
  /** Mean, from 0 to 1; undefined without images. */
  readonly confidence: number | undefined;
}

/** As many as Guo et al. use. */
export const RELIABILITY_BINS = 15;

/**
 * Sorts images into bins of equal width by the probability of the class that was read.
 * @param probabilities - [n, classes] row by row
 * @param truth, predicted - [n], below `classes`
 * @returns undefined without images
 */
export function calibration(
  probabilities: Float32Array,
  truth: Uint8Array,
  predicted: Uint8Array,
): Calibration | undefined {
  const images = truth.length;
  if (images === 0) return undefined;
  const classes = probabilities.length / images;
  const bins = Array.from({ length: RELIABILITY_BINS }, () => ({ images: 0, right: 0, confidence: 0 }));
  for (const [image, label] of truth.entries()) {
    const read = predicted[image] as number;
    const confidence = probabilities[classes * image + read] as number;
    const bin = bins[binOf(confidence)];
    if (!bin) throw new RangeError(`not a probability: ${confidence}`);
    bin.images += 1;
    bin.right += read === label ? 1 : 0;
    bin.confidence += confidence;
  }
  const sum = (of: (bin: (typeof bins)[number]) => number) =>
    bins.reduce((total, bin) => total + of(bin), 0) / images;
  return {
    bins: bins.map((bin, i) => ({
      ...bin,
      from: i / RELIABILITY_BINS,
      to: (i + 1) / RELIABILITY_BINS,
      confidence: bin.images === 0 ? undefined : bin.confidence / bin.images,
    })),
    ece: sum((bin) => Math.abs(bin.right - bin.confidence)),
    confidence: sum((bin) => bin.confidence),
    accuracy: sum((bin) => bin.right),
    images,
  };
}

/** Softmax in single precision can add up to a little more than 1. */
const binOf = (confidence: number): number =>
  Math.min(RELIABILITY_BINS, Math.max(1, Math.ceil(confidence * RELIABILITY_BINS))) - 1;
