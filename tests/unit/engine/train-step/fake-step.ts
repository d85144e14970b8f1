import type { LabelledImages } from '../../../../src/data/dataset';
import type { StepMoment, TrainStep } from '../../../../src/engine/train-step/train-step';
import type { StepState } from '../../../../src/model/step-state';
import type { LayerOutput } from '../../../../src/protocol/inspect';
import type { BatchResult } from '../../../../src/protocol/run';

/** A train step that learns nothing and remembers what it was asked. */
export class FakeStep implements TrainStep {
  readonly bytes = 0;
  readonly batches: number[][] = [];
  readonly moments: StepMoment[] = [];
  evaluated = 0;
  restored: readonly Float32Array[] | undefined;
  finite = true;
  /** Those that were set, oldest first, each with the batches before it. */
  readonly imagesSet: { images: Uint8Array; after: number }[] = [];
  loss = 1;
  private unread: BatchResult[] = [];

  async ready(): Promise<void> {}
  setWeights(weights: readonly Float32Array[]): void {
    this.restored = weights;
  }
  async snapshot(): Promise<StepState> {
    return { optimizer: 'sgd', weights: await this.weights(), vectors: [], steps: this.batches.length };
  }
  restore({ weights }: StepState): void {
    this.restored = weights;
  }
  setImages(images: Uint8Array): void {
    this.imagesSet.push({ images, after: this.batches.length });
  }
  async weights(): Promise<Float32Array[]> {
    return [Float32Array.of(this.batches.length)];
  }
  run(batch: Uint32Array, at: StepMoment): void {
    this.batches.push([...batch]);
    this.moments.push(at);
    this.unread.push({ loss: this.loss, accuracy: 0.5 });
  }
  async readyForMore(): Promise<void> {}
  async finished(): Promise<void> {}
  async results(): Promise<BatchResult[]> {
    return this.unread.splice(0);
  }
  async weightsAreFinite(): Promise<boolean> {
    return this.finite;
  }
  /** Reads every image as the class of its first pixel. */
  async logits(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    this.evaluated += positions.length;
    const logits = new Float32Array(positions.length * 10);
    positions.forEach((position, i) => {
      logits[10 * i + (images.images[784 * position] as number)] = 5;
    });
    return logits;
  }
  /** The first two pixels of every image. */
  async features(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    return Float32Array.from(
      [...positions].flatMap((position) => [...images.images.subarray(784 * position, 784 * position + 2)]),
    );
  }
  async activations(): Promise<LayerOutput[]> {
    return [];
  }
  dispose(): void {}
}
