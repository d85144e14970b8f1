import type { LabelledImages } from '../../../data/dataset';
import { INPUT_SIZE } from '../../../model/network';

/** Some images of a batch, with their labels. */
export interface Examples {
  /** [n, 28·28], 0 to 255 */
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
  /** Number of the first of them in the batch. */
  readonly first: number;
  /** Images of the whole batch. */
  readonly batch: number;
}

/** The labels of some images of a data set. */
export function labelsOf({ labels }: LabelledImages, positions: Uint32Array): Uint8Array<ArrayBuffer> {
  const found = new Uint8Array(positions.length);
  let at = 0;
  for (const position of positions) found[at++] = labels[position] as number;
  return found;
}

/**
 * Takes images out of a data set, into buffers that are used again: pages of fresh memory, which the system hands out
 * one by one at the first touch, cost more than the copying.
 */
export class BatchGatherer {
  private readonly spare: ArrayBuffer[] = [];

  /** @returns [n, 28·28]; give its buffer back when it is done with */
  pixels({ images }: LabelledImages, positions: Uint32Array): Uint8Array<ArrayBuffer> {
    const pixels = this.take(positions.length * INPUT_SIZE);
    positions.forEach((position, i) => {
      const start = position * INPUT_SIZE;
      pixels.set(images.subarray(start, start + INPUT_SIZE), i * INPUT_SIZE);
    });
    return pixels;
  }

  giveBack(buffer: ArrayBuffer): void {
    this.spare.push(buffer);
  }

  private take(bytes: number): Uint8Array<ArrayBuffer> {
    const found = this.spare.findIndex(({ byteLength }) => byteLength >= bytes);
    const [buffer] = found < 0 ? [new ArrayBuffer(bytes)] : this.spare.splice(found, 1);
    return new Uint8Array(buffer as ArrayBuffer, 0, bytes);
  }
}
