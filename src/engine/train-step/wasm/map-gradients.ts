import type { FunctionBuilder } from './assembler/function';
import { type I32, i32 } from './assembler/values';
import type { MapStage } from './forward-pass';
import { convInputGradient, convKernelGradient } from './kernels/conv-backward';
import { depthwiseInputGradient, depthwiseWeightGradient } from './kernels/depthwise';
import { dropoutApply } from './kernels/dropout';
import type { Emitter } from './kernels/emitter';
import { geluBackward } from './kernels/gelu';
import { poolBackward } from './kernels/pool';
import { residualBackward } from './kernels/residual';
import { sparseGradients } from './kernels/sparse-gradients';
import { FLOAT_BYTES } from './layout';
import type { MemoryRegions } from './memory-regions';
import type {
  ConvStage,
  DepthwiseStage,
  DropoutStage,
  GeluStage,
  PoolStage,
  ResidualStage,
  Stage,
} from './stage';

/** Writes a part of the pass: for so many images, or for the one of this number; adds to the vector of gradients. */
export type Part = (f: FunctionBuilder, images: I32, gradient: I32) => void;

/** Of a stage that works on one image. */
export function mapParts(emitter: Emitter, stage: MapStage, i: number, regions: MemoryRegions): Part[] {
  switch (stage.kind) {
    case 'conv':
      return convParts(emitter, stage, i, regions);
    case 'max-pool':
    case 'avg-pool':
      return [poolPart(emitter, stage, i, regions)];
    case 'dropout':
      return [dropoutPart(emitter, stage, i, regions)];
    case 'gelu':
      return [geluPart(emitter, stage, i, regions)];
    case 'depthwise':
      return depthwiseParts(emitter, stage, i, regions);
    case 'residual':
      return [residualPart(emitter, stage, i, i, regions)];
    default:
      return stage satisfies never;
  }
}

function depthwiseParts(emitter: Emitter, stage: DepthwiseStage, i: number, regions: MemoryRegions): Part[] {
  const { kernelAt } = regions.parameters(i);
  const weights = depthwiseWeightGradient(emitter, stage);
  const parts: Part[] = [
    (f, image, sum) =>
      f.call(
        weights,
        regions.valueAt(i, image),
        regions.gradientAt(i + 1, image),
        i32.plus(sum, kernelAt * FLOAT_BYTES),
      ),
  ];
  if (i > regions.learning) {
    const back = depthwiseInputGradient(emitter, stage);
    parts.push((f, image) => {
      clearGradient(f, i, image, regions);
      const { kernel } = regions.weights(i);
      f.call(back, regions.gradientAt(i, image), regions.gradientAt(i + 1, image), i32.const(kernel));
    });
  }
  return parts;
}

/** The gradient behind the addition of stage i, handed on to a boundary in front of it. */
function residualPart(
  emitter: Emitter,
  stage: ResidualStage,
  i: number,
  boundary: number,
  regions: MemoryRegions,
): Part {
  const back = residualBackward(emitter, stage, regions.layoutAt(boundary), boundary < i);
  return (f, image) => f.call(back, regions.gradientAt(i + 1, image), regions.gradientAt(boundary, image));
}

/** What went around a layer: its gradient is added once that by the layer's own input is there, in front of stage i. */
export function aroundParts(
  emitter: Emitter,
  stages: readonly Stage[],
  i: number,
  regions: MemoryRegions,
): Part[] {
  return stages.flatMap((stage, adding) =>
    stage.kind === 'residual' && stage.given.boundary === i && i > regions.learning
      ? [residualPart(emitter, stage, adding, i, regions)]
      : [],
  );
}

function geluPart(emitter: Emitter, stage: GeluStage, i: number, regions: MemoryRegions): Part {
  const back = geluBackward(emitter, stage);
  return (f, image) =>
    f.call(back, regions.gradientAt(i + 1, image), regions.gradientAt(i, image), regions.valueAt(i, image));
}

function dropoutPart(
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
