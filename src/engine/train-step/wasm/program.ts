import type { Callee, FunctionBuilder, Local } from './assembler/function';
import { ModuleBuilder } from './assembler/module';
import { type F32, type I32, i32, relaxedMultiplyAdd, separateMultiplyAdd } from './assembler/values';
import { convInputGradient, convKernelGradient } from './kernels/conv-backward';
import { convEntries } from './kernels/conv-entries';
import { convForward } from './kernels/conv-forward';
import { activationGradient, denseGradient } from './kernels/dense-backward';
import { dropoutApply, dropoutMaskKernel } from './kernels/dropout';
import type { Emitter } from './kernels/emitter';
import { loadImages } from './kernels/images';
import { softmaxLoss } from './kernels/loss';
import { matMul, type Rows, runsOf } from './kernels/mat-mul';
import { addParameters, clearParameters, gatherParameters, updateParameters } from './kernels/parameters';
import { poolBackward, poolForward } from './kernels/pool';
import { FLOAT_BYTES, type Layout } from './layout';
import { firstDense, firstLearning, type MapParts, type MemoryMap, type Place } from './memory-map';
import type { ConvStage, DenseStage, DropoutStage, PoolStage, Stage } from './stages';

export interface ProgramParts extends MapParts {
  readonly labelSmoothing: number;
  /** Multiply and add by one instruction. */
  readonly relaxed: boolean;
}

/** What the module exports; addresses and sizes in bytes. */
export interface ProgramExports {
  /** The images in `pixels`, through all layers, with the dropout masks in use. */
  forward(images: number): void;
  /** The same from the values that lie before the first layer. */
  pass(images: number): void;
  /** Forward and backward; adds the gradient, times `scale`, to the vector at an address. Only where it can train. */
  train(images: number, scale: number, gradient: number): void;
  /** Copies the weights into the orders that the kernels read them in. After every change of the weights. */
  reorder(): void;
  add(a: number, b: number): void;
  clear(a: number): void;
  update(gradient: number, rate: number, factor: number): void;
  /** Draws the mask of dropout layer i: 8 values a turn. */
  readonly [mask: `mask${number}`]: (
    key0: number,
    key1: number,
    index: number,
    counter: number,
    turns: number,
  ) => void;
}

/**
 * Writes the kernels for a network: shapes, distances and addresses are constants of the code.
 * @returns a module, as bytes
 */
export function writeProgram(parts: ProgramParts, map: MemoryMap): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder(map.bytes);
  const madd = parts.relaxed ? relaxedMultiplyAdd : separateMultiplyAdd;
  new ProgramWriter({ module, madd }, parts, map).write();
  return module.bytes();
}

class ProgramWriter {
  private readonly dense: number;

  constructor(
    private readonly emitter: Emitter,
    private readonly parts: ProgramParts,
    private readonly map: MemoryMap,
  ) {
    this.dense = firstDense(parts.stages);
  }

  write(): void {
    const { emitter, parts, map } = this;
    this.writeReorder();
    const forward = this.writeForward();
    if (parts.forwardOnly) return;
    this.writeTrain(forward);
    const { floats } = parts.parameters;
    addParameters(emitter, floats);
    clearParameters(emitter, floats);
    const state = map.state.map(({ address }) => address);
    updateParameters(emitter, parts.optimizer, { weights: map.weights.address, state, floats });
  }

  private writeReorder(): void {
    const gather = gatherParameters(this.emitter);
    this.emitter.module.function(
      [],
      (f) => {
        for (const { reordered } of this.map.stages) {
          if (!reordered) continue;
          const { copy, table } = reordered;
          f.call(gather, i32.const(copy.address), i32.const(table.address), i32.const(reordered.from.length));
        }
      },
      'reorder',
    );
  }

  private writeForward(): Callee {
    const { stages } = this.parts;
    const { module } = this.emitter;
    const load = loadImages(this.emitter, this.layout(0), this.values(0).address);
    const onMaps = stages.slice(0, this.dense).map((stage, i) => this.mapForward(stage as MapStage, i));
    const onVectors = stages.slice(this.dense).map((stage, i) => this.vectorForward(stage, this.dense + i));
    const pass = module.function(
      ['i32'],
      (f) => {
        const images = f.parameter('i32', 0);
        this.overImages(f, images, (image) => {
          onMaps.forEach((callee, i) => {
            const third = i32.add(this.thirdPlace(i), i32.mul(image, i32.const(this.thirdBytes(i))));
            f.call(callee, this.valueAt(i, image), this.valueAt(i + 1, image), third);
          });
        });
        for (const callee of onVectors) f.call(callee, images.get);
      },
      'pass',
    );
    return module.function(
      ['i32'],
      (f) => {
        const images = f.parameter('i32', 0);
        f.call(load, i32.const(this.map.pixels.address), images.get);
        f.call(pass, images.get);
      },
      'forward',
    );
  }

  private mapForward(stage: MapStage, i: number): Callee {
    switch (stage.kind) {
      case 'conv':
        return convForward(this.emitter, stage, {
          panels: this.reordered(i).address,
          bias: this.parameterAt(i).bias,
        });
      case 'max-pool':
      case 'avg-pool':
        return poolForward(this.emitter, stage);
      case 'dropout':
        this.writeMask(stage, i);
        return dropoutApply(this.emitter, stage);
      default:
        return stage satisfies never;
    }
  }

  /** @returns function(images) */
  private vectorForward(stage: Stage, i: number): Callee {
    if (stage.kind === 'dense') {
      const { kernel, bias } = this.parameterAt(i);
      const { activation, output, input } = stage;
      const x = this.rows(this.values(i), input);
      const y = this.rows(this.values(i + 1), output);
      const product = {
        x,
        y,
        runs: runsOf(input),
        weights: kernel,
        bias,
        activation,
        outputs: output.channels,
      };
      return matMul(this.emitter, product);
    }
    if (stage.kind !== 'dropout') throw new RangeError(`${stage.kind} after a dense layer`);
    this.writeMask(stage, i);
    return this.dropoutRows(stage, i, this.values(i).address, this.values(i + 1).address, stage);
  }

  private writeMask(stage: DropoutStage, i: number): void {
    const address = this.map.stages[i]?.dropout?.mask.address;
    if (address === undefined) throw new RangeError(`stage ${i} has no mask`);
    dropoutMaskKernel(this.emitter, address, stage.percent, `mask${stage.number}`);
  }

  private dropoutRows(
    stage: DropoutStage,
    i: number,
    from: number,
    to: number,
    way: Pick<DropoutStage, 'input' | 'output'>,
  ): Callee {
    const apply = dropoutApply(this.emitter, way);
    return this.emitter.module.function(['i32'], (f) => {
      this.overImages(f, f.parameter('i32', 0), (image) => {
        const at = (base: number) =>
          i32.add(i32.const(base), i32.mul(image, i32.const(way.input.size * FLOAT_BYTES)));
        const mask = i32.add(
          this.thirdPlace(i),
          i32.mul(image, i32.const(stage.input.channels * FLOAT_BYTES)),
        );
        f.call(apply, at(from), at(to), mask);
      });
    });
  }

  private writeTrain(forward: Callee): void {
    const { emitter, map, parts } = this;
    const last = parts.stages.length;
    const logits = this.rows(this.values(last), this.layout(last));
    const gradient = this.rows(this.gradients(last), this.layout(last));
    const loss = softmaxLoss(
      emitter,
      { logits, gradient, labels: map.labels.address, losses: map.losses.address },
      parts.labelSmoothing,
    );
    const onVectors = this.vectorBackward();
    const onMaps = this.mapBackward();
    emitter.module.function(
      ['i32', 'f32', 'i32'],
      (f) => {
        const images = f.parameter('i32', 0);
        const sum = f.parameter('i32', 2);
        f.call(forward, images.get);
        f.call(loss, images.get, f.parameter('f32', 1).get as F32);
        for (const step of onVectors) step(f, images.get, sum.get);
        if (onMaps.length > 0) {
          this.overImages(f, images, (image) => {
            for (const step of onMaps) step(f, image, sum.get);
          });
        }
      },
      'train',
    );
  }

  /** What to do for a block, from the logits to the first dense layer: (images, gradient). */
  private vectorBackward(): Backward[] {
    const steps: Backward[] = [];
    const { stages } = this.parts;
    for (let i = stages.length - 1; i >= this.dense; i--) {
      const stage = stages[i] as Stage;
      if (stage.kind === 'dense') steps.push(...this.denseBackward(stage, i));
      else if (stage.kind === 'dropout') {
        const way = { input: stage.output, output: stage.input };
        const back = this.dropoutRows(
          stage,
          i,
          this.gradients(i + 1).address,
          this.gradients(i).address,
          way,
        );
        steps.push((f, images) => f.call(back, images));
      }
    }
    return steps;
  }

  private denseBackward(stage: DenseStage, i: number): Backward[] {
    const { emitter } = this;
    const x = this.rows(this.values(i), stage.input);
    const y = this.rows(this.gradients(i + 1), stage.output);
    const steps: Backward[] = [];
    if (stage.activation) {
      const values = this.rows(this.values(i + 1), stage.output);
      const through = activationGradient(emitter, stage.activation, values, y);
      steps.push((f, images) => f.call(through, images));
    }
    const own = this.parts.parameters.stages[i];
    if (!own) throw new RangeError(`stage ${i} has no parameters`);
    const sizes = { runs: runsOf(stage.input), outputs: stage.output.channels };
    const gradient = denseGradient(emitter, { x, y, ...sizes, ...own });
    steps.push((f, images, sum) => f.call(gradient, images, sum));
    if (i > firstLearning(this.parts.stages)) {
      const back = matMul(emitter, {
        x: y,
        runs: runsOf(stage.output),
        weights: this.reordered(i).address,
        y: this.rows(this.gradients(i), stage.input),
        outputs: stage.input.size,
      });
      steps.push((f, images) => f.call(back, images));
    }
    return steps;
  }

  /** What to do for an image, from the first dense layer to the first layer that learns: (image, gradient). */
  private mapBackward(): Backward[] {
    const steps: Backward[] = [];
    for (let i = this.dense - 1; i >= firstLearning(this.parts.stages); i--) {
      const stage = this.parts.stages[i] as MapStage;
      if (stage.kind === 'conv') steps.push(...this.convBackward(stage, i));
      else steps.push(this.poolOrDropoutBackward(stage, i));
    }
    return steps;
  }

  private convBackward(stage: ConvStage, i: number): Backward[] {
    const { emitter } = this;
    const places = this.map.stages[i]?.entries;
    const own = this.parts.parameters.stages[i];
    if (!places || !own) throw new RangeError(`stage ${i} can't be trained`);
    const entries = convEntries(emitter, stage, places);
    const kernel = convKernelGradient(emitter, stage, places);
    const steps: Backward[] = [
      (f, image, sum) => {
        const chosen = i32.add(this.thirdPlace(i), i32.mul(image, i32.const(this.thirdBytes(i))));
        const bias = i32.plus(sum, own.biasAt * FLOAT_BYTES);
        f.call(entries, this.valueAt(i + 1, image), this.gradientAt(i + 1, image), chosen, bias);
        f.call(kernel, this.valueAt(i, image), i32.plus(sum, own.kernelAt * FLOAT_BYTES));
      },
    ];
    if (i > firstLearning(this.parts.stages)) {
      const back = convInputGradient(emitter, stage, places);
      steps.push((f, image) => {
        f.zero(this.gradientAt(i, image), i32.const(stage.input.size * FLOAT_BYTES));
        f.call(back, this.gradientAt(i, image), i32.const(this.parameterAt(i).kernel));
      });
    }
    return steps;
  }

  private poolOrDropoutBackward(stage: PoolStage | DropoutStage, i: number): Backward {
    const third = (image: I32) => i32.add(this.thirdPlace(i), i32.mul(image, i32.const(this.thirdBytes(i))));
    if (stage.kind === 'dropout') {
      const back = dropoutApply(this.emitter, { input: stage.output, output: stage.input });
      return (f, image) =>
        f.call(back, this.gradientAt(i + 1, image), this.gradientAt(i, image), third(image));
    }
    const back = poolBackward(this.emitter, stage);
    return (f, image) => {
      f.zero(this.gradientAt(i, image), i32.const(stage.input.size * FLOAT_BYTES));
      f.call(back, this.gradientAt(i, image), this.gradientAt(i + 1, image), third(image));
    };
  }

  private overImages(f: FunctionBuilder, images: Local<'i32'>, body: (image: I32) => void): void {
    const image = f.local('i32', i32.const(0));
    f.repeat(images.get, () => {
      body(image.get);
      f.increase(image, 1);
    });
  }

  private layout(boundary: number): Layout {
    const { stages } = this.parts;
    return boundary === 0 ? (stages[0] as Stage).input : (stages[boundary - 1] as Stage).output;
  }

  private values(boundary: number): Place {
    return this.map.values[boundary] as Place;
  }

  private gradients(boundary: number): Place {
    const place = this.map.gradients[boundary];
    if (!place) throw new RangeError(`boundary ${boundary} has no gradients`);
    return place;
  }

  private rows({ address }: Place, { size }: Layout): Rows {
    return { address, imageBytes: size * FLOAT_BYTES };
  }

  private valueAt(boundary: number, image: I32): I32 {
    const bytes = this.layout(boundary).size * FLOAT_BYTES;
    return i32.add(i32.const(this.values(boundary).address), i32.mul(image, i32.const(bytes)));
  }

  /** Only the gradients that dense layers give are there for each image of a block. */
  private gradientAt(boundary: number, image: I32): I32 {
    const base = i32.const(this.gradients(boundary).address);
    if (boundary < this.dense) return base;
    return i32.add(base, i32.mul(image, i32.const(this.layout(boundary).size * FLOAT_BYTES)));
  }

  private reordered(stage: number): Place {
    const copy = this.map.stages[stage]?.reordered?.copy;
    if (!copy) throw new RangeError(`stage ${stage} has no reordered weights`);
    return copy;
  }

  private parameterAt(stage: number): { kernel: number; bias: number } {
    const own = this.parts.parameters.stages[stage];
    if (!own) throw new RangeError(`stage ${stage} has no parameters`);
    const { address } = this.map.weights;
    return { kernel: address + own.kernelAt * FLOAT_BYTES, bias: address + own.biasAt * FLOAT_BYTES };
  }

  /** What a stage's kernels take as the third address: what pooling has chosen, or the mask in use. */
  private thirdPlace(stage: number): I32 {
    const { chosen, dropout } = this.map.stages[stage] ?? {};
    if (dropout) return i32.load(i32.const(dropout.inUse));
    return i32.const(chosen?.address ?? 0);
  }

  private thirdBytes(i: number): number {
    const { chosen, dropout } = this.map.stages[i] ?? {};
    if (!dropout) return chosen?.imageBytes ?? 0;
    const { height, width, channels } = this.layout(i);
    return height * width * channels * FLOAT_BYTES;
  }
}

type MapStage = ConvStage | PoolStage | DropoutStage;
type Backward = (f: FunctionBuilder, which: I32, gradient: I32) => void;
