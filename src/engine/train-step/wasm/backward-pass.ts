import type { FunctionBuilder } from './assembler/function';
import { type I32, i32 } from './assembler/values';
import type { MapStage } from './forward-pass';
import { convInputGradient, convKernelGradient } from './kernels/conv-backward';
import { convEntries } from './kernels/conv-entries';
import { activationGradient, denseGradient } from './kernels/dense-backward';
import { dropoutApply } from './kernels/dropout';
import { type Emitter, overImages } from './kernels/emitter';
import { matMul, runsOf } from './kernels/mat-mul';
import { poolBackward } from './kernels/pool';
import { FLOAT_BYTES } from './layout';
import type { Places } from './memory-regions';
import type { ConvStage, DenseStage, DropoutStage, PoolStage, Stage } from './stages';

/** Writes a part of the pass: for so many images, or for the one of this number; adds to the vector of gradients. */
type Part = (f: FunctionBuilder, images: I32, gradient: I32) => void;

/** The backward pass of a block, from the gradient of the logits to the first layer that learns. */
export function backwardPass(emitter: Emitter, stages: readonly Stage[], places: Places): Part {
  const backwards = stages
    .map((stage, i) => [stage, i] as const)
    .slice(places.learning)
    .toReversed();
  const onVectors = backwards
    .filter(([, i]) => i >= places.dense)
    .flatMap(([stage, i]) =>
      stage.kind === 'dense'
        ? denseParts(emitter, stage, i, places)
        : [dropoutPart(emitter, stage as DropoutStage, i, places)],
    );
  const onMaps = backwards
    .filter(([, i]) => i < places.dense)
    .flatMap(([stage, i]) => mapParts(emitter, stage as MapStage, i, places));
  return (f, images, gradient) => {
    for (const part of onVectors) part(f, images, gradient);
    if (onMaps.length === 0) return;
    overImages(f, images, (image) => {
      for (const part of onMaps) part(f, image, gradient);
    });
  };
}

function denseParts(emitter: Emitter, stage: DenseStage, i: number, places: Places): Part[] {
  const { input, output, activation } = stage;
  const y = places.gradientRows(i + 1);
  const parts: Part[] = [];
  if (activation) {
    const through = activationGradient(emitter, activation, places.valueRows(i + 1), y);
    parts.push((f, images) => f.call(through, images));
  }
  const sizes = { runs: runsOf(input), outputs: output.channels };
  const gradient = denseGradient(emitter, { x: places.valueRows(i), y, ...sizes, ...places.parameters(i) });
  parts.push((f, images, sum) => f.call(gradient, images, sum));
  if (i > places.learning) {
    const back = matMul(emitter, {
      x: y,
      runs: runsOf(output),
      weights: places.reordered(i),
      y: places.gradientRows(i),
      outputs: input.size,
    });
    parts.push((f, images) => f.call(back, images));
  }
  return parts;
}

/** Of a dropout between dense layers. */
function dropoutPart(emitter: Emitter, stage: DropoutStage, i: number, places: Places): Part {
  const part = dropoutOnImage(emitter, stage, i, places);
  return (f, images, gradient) => overImages(f, images, (image) => part(f, image, gradient));
}

function dropoutOnImage(emitter: Emitter, { input, output }: DropoutStage, i: number, places: Places): Part {
  const back = dropoutApply(emitter, { input: output, output: input });
  return (f, image) =>
    f.call(back, places.gradientAt(i + 1, image), places.gradientAt(i, image), places.noteAt(i, image));
}

function mapParts(emitter: Emitter, stage: MapStage, i: number, places: Places): Part[] {
  switch (stage.kind) {
    case 'conv':
      return convParts(emitter, stage, i, places);
    case 'max-pool':
    case 'avg-pool':
      return [poolPart(emitter, stage, i, places)];
    case 'dropout':
      return [dropoutOnImage(emitter, stage, i, places)];
    default:
      return stage satisfies never;
  }
}

function convParts(emitter: Emitter, stage: ConvStage, i: number, places: Places): Part[] {
  const lists = places.of(i).entries;
  if (!lists) throw new RangeError(`there are no lists for stage ${i}`);
  const { biasAt, kernelAt } = places.parameters(i);
  const entries = convEntries(emitter, stage, lists);
  const kernel = convKernelGradient(emitter, stage, lists);
  const parts: Part[] = [
    (f, image, sum) => {
      const bias = i32.plus(sum, biasAt * FLOAT_BYTES);
      const output = places.valueAt(i + 1, image);
      f.call(entries, output, places.gradientAt(i + 1, image), places.noteAt(i, image), bias);
      f.call(kernel, places.valueAt(i, image), i32.plus(sum, kernelAt * FLOAT_BYTES));
    },
  ];
  if (i > places.learning) {
    const back = convInputGradient(emitter, stage, lists);
    parts.push((f, image) => {
      clearGradient(f, i, image, places);
      f.call(back, places.gradientAt(i, image), i32.const(places.weights(i).kernel));
    });
  }
  return parts;
}

function poolPart(emitter: Emitter, stage: PoolStage, i: number, places: Places): Part {
  const back = poolBackward(emitter, stage);
  return (f, image) => {
    clearGradient(f, i, image, places);
    f.call(back, places.gradientAt(i, image), places.gradientAt(i + 1, image), places.noteAt(i, image));
  };
}

const clearGradient = (f: FunctionBuilder, boundary: number, image: I32, places: Places) =>
  f.zero(places.gradientAt(boundary, image), i32.const(places.imageBytes(boundary)));
