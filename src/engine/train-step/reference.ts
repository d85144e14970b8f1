import * as tf from '@tensorflow/tfjs';
import type { LabelledImages } from '../../data/dataset';
import { classesOf, INPUT_SIDE, type Network } from '../../model/network';
import type { OptimizerSettings, Settings } from '../../model/settings';
import { type NetworkPlan, planOf, sizeOf } from '../../model/shapes';
import type { StepState } from '../../model/step-state';
import type { LayerOutput } from '../../protocol/inspect';
import type { BatchResult } from '../../protocol/run';
import { forward } from '../network/forward';
import type { BatchStatistics } from '../network/normalise';
import { imageTensor, targetTensor } from './batch';
import { dropoutMask } from './dropout-mask';
import { ghostSizes } from './ghost-batches';
import { submitted } from './in-flight';
import { ReferenceParameters } from './reference-parameters';
import { crossEntropy, joined, valuesOf } from './tensors';
import type { StepMoment, TrainStep } from './train-step';

export interface ReferenceSettings
  extends OptimizerSettings,
    Pick<Settings, 'activation' | 'labelSmoothing' | 'seed'> {
  /** With its dropout layers. */
  readonly network: Network;
  /** Initial weights, in the order of the plan. */
  readonly weights: readonly Float32Array[];
  readonly training: LabelledImages;
}

/** Values that the layers of one chunk of a forward pass may hold together: 32 MB. */
const CHUNK_VALUES = 2 ** 23;

/** Steps that may be unfinished when the next is put to work: one is being done while the other waits. */
const IN_FLIGHT = 1;

/** The train step by tfjs's automatic differentiation, on the backend that tfjs runs on now. */
export const createReferenceStep = (settings: ReferenceSettings): TrainStep => new ReferenceStep(settings);

class ReferenceStep implements TrainStep {
  readonly bytes = 0;
  private readonly plan: NetworkPlan;
  private readonly parameters: ReferenceParameters;
  private training: LabelledImages;
  /** [loss, share read right] of each step whose result nobody has asked for yet. */
  private unread: tf.Tensor1D[] = [];
  /** Of the steps put to work, oldest first. */
  private completions: Promise<unknown>[] = [];

  constructor(private readonly settings: ReferenceSettings) {
    this.plan = planOf(settings.network);
    this.parameters = new ReferenceParameters(settings, this.plan);
    this.training = settings.training;
    this.setWeights(settings.weights);
  }

  async ready(): Promise<void> {}

  setWeights(weights: readonly Float32Array[]): void {
    this.parameters.set(weights);
  }

  weights(): Promise<Float32Array[]> {
    return this.parameters.weights();
  }

  snapshot(): Promise<StepState> {
    return this.parameters.snapshot();
  }

  restore(state: StepState): void {
    this.parameters.restore(state);
  }

  setImages(images: Uint8Array): void {
    this.training = { ...this.training, images };
  }

  run(batch: Uint32Array, at: StepMoment): void {
    this.unread.push(tf.tidy(() => this.train(batch, at)));
    this.completions.push(submitted());
  }

  readyForMore(): Promise<void> {
    return this.inFlightAtMost(IN_FLIGHT);
  }

  finished(): Promise<void> {
    return this.inFlightAtMost(0);
  }

  async results(): Promise<BatchResult[]> {
    const unread = this.unread.splice(0);
    if (unread.length === 0) return [];
    const values = await valuesOf(tf.tidy(() => tf.concat(unread)));
    tf.dispose(unread);
    return unread.map((_, i) => ({ loss: values[2 * i] as number, accuracy: values[2 * i + 1] as number }));
  }

  weightsAreFinite(): Promise<boolean> {
    return this.parameters.areFinite();
  }

  logits(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    return this.read(images, positions, (_, outputs) => outputs.at(-1) as tf.Tensor);
  }

  features(images: LabelledImages, positions: Uint32Array): Promise<Float32Array> {
    return this.read(images, positions, (input, outputs) => outputs.at(-2) ?? input);
  }

  async activations(image: Float32Array): Promise<LayerOutput[]> {
    const layers = this.plan.layers.filter(({ layer }) => layer.type !== 'dropout');
    const all = await valuesOf(
      tf.tidy(() => {
        const outputs = this.forward(tf.tensor4d(image.slice(), [1, INPUT_SIDE, INPUT_SIDE, 1]));
        return joined(outputs.filter((_, i) => this.plan.layers[i]?.layer.type !== 'dropout'));
      }),
    );
    let start = 0;
    return layers.map(({ output }) => {
      const size = sizeOf(output);
      start += size;
      return { shape: output, values: all.slice(start - size, start) };
    });
  }

  dispose(): void {
    tf.dispose(this.unread);
    this.unread = [];
    this.parameters.dispose();
  }

  /** Something of the forward pass of many images, chunk by chunk; as many values of each, one image after the other. */
  private async read(
    images: LabelledImages,
    positions: Uint32Array,
    pick: (input: tf.Tensor, outputs: readonly tf.Tensor[]) => tf.Tensor,
  ): Promise<Float32Array> {
    const chunk = Math.max(1, Math.floor(CHUNK_VALUES / this.plan.activationValues));
    let all = new Float32Array(0);
    for (let start = 0; start < positions.length; start += chunk) {
      const part = positions.subarray(start, start + chunk);
      const picked = tf.tidy(() => {
        const input = imageTensor(images, part);
        // A copy: the images themselves are freed with the rest.
        return pick(input, this.forward(input)).clone();
      });
      const width = picked.size / part.length;
      const values = await valuesOf(picked);
      if (start === 0) all = new Float32Array(positions.length * width);
      all.set(values, start * width);
    }
    return all;
  }

  private async inFlightAtMost(steps: number): Promise<void> {
    await Promise.all(this.completions.splice(0, Math.max(0, this.completions.length - steps)));
  }

  private forward(images: tf.Tensor4D): tf.Tensor[] {
    return forward(this.plan, this.parameters.readable, images, this.settings);
  }

  /** One step: gradient of the mean loss, then the optimizer. Returns [loss, share read right]. */
  private train(batch: Uint32Array, at: StepMoment): tf.Tensor1D {
    const { training, parameters } = this;
    const { labelSmoothing, activation } = this.settings;
    const images = imageTensor(training, batch);
    const targets = targetTensor(training, batch, labelSmoothing, classesOf(this.settings.network));
    const dropoutMasks = this.dropoutMasks(batch.length, at.step);
    const found: tf.Tensor[] = [];
    // tfjs frees what a differentiated function does not return.
    const note = ({ mean, variance }: BatchStatistics) => found.push(tf.keep(mean), tf.keep(variance));
    const normalising = { ghosts: ghostSizes(batch.length), note };
    let logits: tf.Tensor2D | undefined;
    const { value: loss, grads } = tf.variableGrads(() => {
      const outputs = forward(this.plan, parameters.variables, images, {
        activation,
        dropoutMasks,
        normalising,
      });
      // The accuracy needs them.
      logits = tf.keep(outputs.at(-1) as tf.Tensor2D);
      return crossEntropy(logits, targets);
    }, parameters.trained);
    parameters.note(found);
    const right = tf.equal(tf.argMax(logits as tf.Tensor2D, 1), tf.argMax(targets, 1));
    logits?.dispose();
    parameters.update(
      parameters.trained.map(({ name }) => grads[name] as tf.Tensor),
      at.learningRate,
    );
    return tf.stack([loss, right.cast('float32').mean()]) as tf.Tensor1D;
  }

  private dropoutMasks(images: number, step: number): tf.Tensor[] {
    const dropouts = this.plan.layers.flatMap(({ layer, output }) =>
      layer.type === 'dropout' ? [{ percent: layer.percent, output }] : [],
    );
    return dropouts.map(({ percent, output }, layer) => {
      const at = { seed: this.settings.seed, step, layer };
      return tf.tensor(dropoutMask(at, images * sizeOf(output), percent), [images, ...output]);
    });
  }
}
