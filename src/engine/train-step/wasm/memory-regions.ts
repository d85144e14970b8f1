import { type I32, i32 } from './assembler/values';
import type { Rows } from './kernels/mat-mul';
import type { NormParameters, NormRegions } from './kernels/norm-values';
import { FLOAT_BYTES, type Layout } from './layout';
import {
  firstDense,
  firstLearning,
  hasBlockGradients,
  type MemoryMap,
  type MemoryRegion,
  type StageRegions,
} from './memory-map';
import type { ParameterLayout, StageParameters } from './parameter-layout';
import type { Stage } from './stage';

/** Addresses as the code of a network's passes needs them. Boundary i is in front of stage i. */
export class MemoryRegions {
  /** First stage that works on a block of images as a whole. */
  readonly dense: number;
  /** First stage that learns. */
  readonly learning: number;

  constructor(
    readonly map: MemoryMap,
    private readonly stages: readonly Stage[],
    private readonly layout: ParameterLayout,
  ) {
    this.dense = firstDense(stages);
    this.learning = firstLearning(stages);
  }

  layoutAt(boundary: number): Layout {
    return boundary === 0 ? this.stage(0).input : this.stage(boundary - 1).output;
  }

  stage(index: number): Stage {
    return found(this.stages[index], `stage ${index}`);
  }

  of(stage: number): StageRegions {
    return found(this.map.stages[stage], `regions of stage ${stage}`);
  }

  values(boundary: number): MemoryRegion {
    return found(this.map.values[boundary], `values at boundary ${boundary}`);
  }

  gradients(boundary: number): MemoryRegion {
    return found(this.map.gradients[boundary], `gradients at boundary ${boundary}`);
  }

  valueRows(boundary: number): Rows {
    return { address: this.values(boundary).address, imageBytes: this.imageBytes(boundary) };
  }

  gradientRows(boundary: number): Rows {
    return { address: this.gradients(boundary).address, imageBytes: this.imageBytes(boundary) };
  }

  /** The values of one image. */
  valueAt(boundary: number, image: I32): I32 {
    return nth(this.values(boundary).address, image, this.imageBytes(boundary));
  }

  /** The gradients of one image: those of the block are there, or only one image's. */
  gradientAt(boundary: number, image: I32): I32 {
    const { address } = this.gradients(boundary);
    if (!hasBlockGradients(this.stages, boundary)) return i32.const(address);
    return nth(address, image, this.imageBytes(boundary));
  }

  imageBytes(boundary: number): number {
    return this.layoutAt(boundary).size * FLOAT_BYTES;
  }

  /** A stage's weights in the order that its forward pass, or a dense layer's backward pass, reads them in. */
  reordered(stage: number): number {
    return found(this.of(stage).reordered, `reordered weights of stage ${stage}`).copy.address;
  }

  /** Where a stage's parameters lie in a vector of all parameters, in floats. */
  parameters(stage: number): StageParameters {
    return found(this.layout.stages[stage], `parameters of stage ${stage}`);
  }

  /** What a normalisation learns, in floats from the start of a vector of all parameters. */
  normParameters(stage: number): NormParameters {
    return found(this.layout.norms[stage], `parameters of stage ${stage}`);
  }

  /** The addresses of that in the weights. */
  normWeights(stage: number): NormParameters {
    const { scale, shift, mean, variance } = this.normParameters(stage);
    const at = (floats: number) => this.map.weights.address + floats * FLOAT_BYTES;
    return { scale: at(scale), shift: at(shift), mean: at(mean), variance: at(variance) };
  }

  norm(stage: number): NormRegions {
    return found(this.of(stage).norm, `statistics of stage ${stage}`);
  }

  /** The addresses of a stage's own weights. */
  weights(stage: number): { kernel: number; bias: number } {
    const { kernelAt, biasAt } = this.parameters(stage);
    const { address } = this.map.weights;
    return { kernel: address + kernelAt * FLOAT_BYTES, bias: address + biasAt * FLOAT_BYTES };
  }

  /** The argmax of pooling in one image, for dropout the mask in use, for a residual addition what it adds. */
  auxiliaryAddress(index: number, image: I32): I32 {
    const stage = this.stage(index);
    if (stage.kind === 'residual') return this.valueAt(stage.given.boundary, image);
    const { argmax, dropout } = this.of(index);
    if (!dropout) return nth(argmax?.address ?? 0, image, argmax?.imageBytes ?? 0);
    const { height, width, channels } = this.layoutAt(index);
    const bytes = height * width * channels * FLOAT_BYTES;
    return i32.add(i32.load(i32.const(dropout.inUse)), i32.mul(image, i32.const(bytes)));
  }
}

const nth = (address: number, index: I32, bytes: number): I32 =>
  i32.add(i32.const(address), i32.mul(index, i32.const(bytes)));

function found<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new RangeError(`there are no ${name}`);
  return thing;
}
