import type { MapStage } from './forward-pass';
import { normBackward } from './kernels/batch-norm-backward';
import { activationGradient, denseGradient } from './kernels/dense-backward';
import { type Emitter, overImages } from './kernels/emitter';
import { matMul, runsOf } from './kernels/mat-mul';
import { aroundParts, mapParts, type Part } from './map-gradients';
import type { MemoryRegions } from './memory-regions';
import type { DenseStage, NormStage, Stage } from './stage';

/** The backward pass of a block, from the gradient of the logits to the first layer that learns. */
export function backwardPass(emitter: Emitter, stages: readonly Stage[], regions: MemoryRegions): Part {
  const backwards = stages
    .map((stage, i) => [stage, i] as const)
    .slice(regions.learning)
    .toReversed();
  const onVectors = backwards
    .filter(([, i]) => i >= regions.dense)
    .flatMap(([stage, i]) => [
      ...vectorParts(emitter, stage, i, regions),
      ...aroundParts(emitter, stages, i, regions).map(imageByImage),
    ]);
  const onMaps = runsOfMaps(
    emitter,
    stages,
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
  stages: readonly Stage[],
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
    run.push(...aroundParts(emitter, stages, i, regions));
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
    case 'gelu':
    case 'residual':
      return mapParts(emitter, stage, i, regions).map(imageByImage);
    case 'batch-norm':
      return [normPart(emitter, stage, i, regions)];
    case 'conv':
    case 'depthwise':
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

/** What works on one image, between dense layers. */
const imageByImage =
  (part: Part): Part =>
  (f, images, gradient) =>
    overImages(f, images, (image) => part(f, image, gradient));
