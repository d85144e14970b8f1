import type { FunctionBuilder } from './assembler/function';
import { type I32, i32 } from './assembler/values';
import type { MapStage } from './forward-pass';
import { normBackward } from './kernels/batch-norm-backward';
import { convInputGradient, convKernelGradient } from './kernels/conv-backward';
import { activationGradient, denseGradient } from './kernels/dense-backward';
import { dropoutApply } from './kernels/dropout';
import { type Emitter, overImages } from './kernels/emitter';
import { matMul, runsOf } from './kernels/mat-mul';
import { poolBackward } from './kernels/pool';
import { sparseGradients } from './kernels/sparse-gradients';
import { FLOAT_BYTES } from './layout';
import type { MemoryRegions } from './memory-regions';
import type { ConvStage, DenseStage, DropoutStage, NormStage, PoolStage, Stage } from './stages';

/** Writes a part of the pass: for so many images, or for the one of this number; adds to the vector of gradients. */
type Part = (f: FunctionBuilder, images: I32, gradient: I32) => void;

/** The backward pass of a block, from the gradient of the logits to the first layer that learns. */
export function backwardPass(emitter: Emitter, stages: readonly Stage[], regions: MemoryRegions): Part {
  const backwards = stages
    .map((stage, i) => [stage, i] as const)
    .slice(regions.learning)
    .toReversed();
  const onVectors = backwards
    .filter(([, i]) => i >= regions.dense)
    .flatMap(([stage, i]) => vectorParts(emitter, stage, i, regions));
  const onMaps = runsOfMaps(
    emitter,
    backwards.filter(([, i]) => i < regions.dense),
    regions,
  );
  return (f, images, gradient) => {
    for (const part of [...onVectors, ...onMaps]) part(f, images, gradient);
  };
}

/** Of the stages before the first dense layer: one image after the other, or by the block where it is normalised. */
function runsOfMaps(
  emitter: Emitter,
  backwards: readonly (readonly [Stage, number])[],
  regions: MemoryRegions,
): Part[] {
  const parts: Part[] = [];
  let run: Part[] = [];
  const endRun = () => {
    const ofImage = run;
    run = [];
    if (ofImage.length === 0) return;
    parts.push((f, images, gradient) =>
      overImages(f, images, (image) => {
        for (const part of ofImage) part(f, image, gradient);
      }),
    );
  };
  for (const [stage, i] of backwards) {
    if (stage.kind === 'batch-norm') {
      endRun();
      parts.push(normPart(emitter, stage, i, regions));
    } else {
      run.push(...mapParts(emitter, stage as MapStage, i, regions));
    }
  }
  endRun();
  return parts;
}

function normPart(emitter: Emitter, stage: NormStage, i: number, regions: MemoryRegions): Part {
  const values = { x: regions.values(i).address, y: regions.values(i + 1).address };
  const gradients = { x: regions.gradients(i).address, y: regions.gradients(i + 1).address };
  const back = normBackward(emitter, stage, values, gradients, regions.normParameters(i), regions.norm(i));
  return (f, images, gradient) => f.call(back, images, gradient);
}

function vectorParts(emitter: Emitter, stage: Stage, i: number, regions: MemoryRegions): Part[] {
  switch (stage.kind) {
    case 'dense':
      return denseParts(emitter, stage, i, regions);
    case 'dropout':
      return [dropoutPart(emitter, stage, i, regions)];
    case 'batch-norm':
      return [normPart(emitter, stage, i, regions)];
    case 'conv':
    case 'max-pool':
    case 'avg-pool':
      throw new RangeError(`${stage.kind} after a dense layer`);
    default:
      return stage satisfies never;
  }
}

function denseParts(emitter: Emitter, stage: DenseStage, i: number, regions: MemoryRegions): Part[] {
  const { input, output, activation } = stage;
  const y = regions.gradientRows(i + 1);
  const parts: Part[] = [];
  if (activation) {
    const through = activationGradient(emitter, activation, regions.valueRows(i + 1), y);
    parts.push((f, images) => f.call(through, images));
  }
  const sizes = { runs: runsOf(input), outputs: output.channels };
  const gradient = denseGradient(emitter, { x: regions.valueRows(i), y, ...sizes, ...regions.parameters(i) });
  parts.push((f, images, sum) => f.call(gradient, images, sum));
  if (i > regions.learning) {
    const back = matMul(emitter, {
      x: y,
      runs: runsOf(output),
      weights: regions.reordered(i),
      y: regions.gradientRows(i),
      outputs: input.size,
    });
    parts.push((f, images) => f.call(back, images));
  }
  return parts;
}

/** Of a dropout between dense layers. */
function dropoutPart(emitter: Emitter, stage: DropoutStage, i: number, regions: MemoryRegions): Part {
  const part = dropoutOnImage(emitter, stage, i, regions);
  return (f, images, gradient) => overImages(f, images, (image) => part(f, image, gradient));
}

function dropoutOnImage(
  emitter: Emitter,
  { input, output }: DropoutStage,
  i: number,
  regions: MemoryRegions,
): Part {
  const back = dropoutApply(emitter, { input: output, output: input });
  return (f, image) =>
    f.call(
      back,
      regions.gradientAt(i + 1, image),
      regions.gradientAt(i, image),
      regions.auxiliaryAddress(i, image),
    );
}

function mapParts(emitter: Emitter, stage: MapStage, i: number, regions: MemoryRegions): Part[] {
  switch (stage.kind) {
    case 'conv':
      return convParts(emitter, stage, i, regions);
    case 'max-pool':
    case 'avg-pool':
      return [poolPart(emitter, stage, i, regions)];
    case 'dropout':
      return [dropoutOnImage(emitter, stage, i, regions)];
    default:
      return stage satisfies never;
  }
}

function convParts(emitter: Emitter, stage: ConvStage, i: number, regions: MemoryRegions): Part[] {
  const lists = regions.of(i).entries;
  if (!lists) throw new RangeError(`there are no lists for stage ${i}`);
  const { biasAt, kernelAt } = regions.parameters(i);
  const entries = sparseGradients(emitter, stage, lists);
  const kernel = convKernelGradient(emitter, stage, lists);
  const parts: Part[] = [
    (f, image, sum) => {
      const bias = i32.plus(sum, biasAt * FLOAT_BYTES);
      const output = regions.valueAt(i + 1, image);
      f.call(entries, output, regions.gradientAt(i + 1, image), regions.auxiliaryAddress(i, image), bias);
      f.call(kernel, regions.valueAt(i, image), i32.plus(sum, kernelAt * FLOAT_BYTES));
    },
  ];
  if (i > regions.learning) {
    const back = convInputGradient(emitter, stage, lists);
    parts.push((f, image) => {
      clearGradient(f, i, image, regions);
      f.call(back, regions.gradientAt(i, image), i32.const(regions.weights(i).kernel));
    });
  }
  return parts;
}

function poolPart(emitter: Emitter, stage: PoolStage, i: number, regions: MemoryRegions): Part {
  const back = poolBackward(emitter, stage);
  return (f, image) => {
    clearGradient(f, i, image, regions);
    f.call(
      back,
      regions.gradientAt(i, image),
      regions.gradientAt(i + 1, image),
      regions.auxiliaryAddress(i, image),
    );
  };
}

const clearGradient = (f: FunctionBuilder, boundary: number, image: I32, regions: MemoryRegions) =>
  f.zero(regions.gradientAt(boundary, image), i32.const(regions.imageBytes(boundary)));
