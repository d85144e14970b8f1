import type { Callee } from './assembler/function';
import { ModuleBuilder } from './assembler/module';
import { i32, relaxedMultiplyAdd, separateMultiplyAdd } from './assembler/values';
import { backwardPass } from './backward-pass';
import { decayRanges } from './decay-ranges';
import { writeForwardPass } from './forward-pass';
import { normForReading } from './kernels/batch-norm';
import { normNote } from './kernels/batch-norm-backward';
import type { Emitter } from './kernels/emitter';
import { softmaxLoss } from './kernels/loss';
import { addParameters, averageParameters, clearParameters, gatherParameters } from './kernels/parameters';
import { updateParameters } from './kernels/update';
import type { MapParts, MemoryMap } from './memory-map';
import { MemoryRegions } from './memory-regions';
import type { Stage } from './stage';

export interface ProgramParts extends MapParts {
  readonly labelSmoothing: number;
  /** Multiply and add by one instruction. */
  readonly relaxed: boolean;
}

/** What the module exports; addresses and sizes in bytes, counts of images at least 1. */
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
  /** @param scale - of the gradient, where it is clipped */
  update(gradient: number, rate: number, factor: number, shrink: number, blend: number, scale: number): void;
  /** Moves the running averages on by what lies in their place in the vector of gradients. */
  average(gradient: number, blend: number): void;
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
 * @returns a module, as bytes, with the exports of ProgramExports
 */
export function writeProgram(parts: ProgramParts, map: MemoryMap): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder(map.bytes);
  const emitter = { module, madd: parts.relaxed ? relaxedMultiplyAdd : separateMultiplyAdd };
  const regions = new MemoryRegions(map, parts.stages, parts.parameters);
  writeReorder(emitter, parts, regions);
  const forward = writeForwardPass(emitter, parts.stages, regions);
  if (!parts.forwardOnly) {
    writeTrain(emitter, parts, regions, forward);
    writeOptimizer(emitter, parts, map);
  }
  return module.bytes();
}

function writeReorder(emitter: Emitter, { stages }: ProgramParts, regions: MemoryRegions): void {
  const gather = gatherParameters(emitter);
  const norms = stages.flatMap((stage, i) =>
    stage.kind === 'batch-norm'
      ? [normForReading(emitter, stage, regions.normWeights(i), regions.norm(i))]
      : [],
  );
  emitter.module.function('reorder', [], (f) => {
    for (const { reordered } of regions.map.stages) {
      if (!reordered) continue;
      const { copy, table, from } = reordered;
      f.call(gather, i32.const(copy.address), i32.const(table.address), i32.const(from.length));
    }
    for (const norm of norms) f.call(norm);
  });
}

/** The values that the last stage makes of an image. */
const classesIn = (stages: readonly Stage[]): number => stages.at(-1)?.output.channels ?? 0;

function writeTrain(emitter: Emitter, parts: ProgramParts, regions: MemoryRegions, forward: Callee): void {
  const last = parts.stages.length;
  const { labels, losses } = regions.map;
  const loss = softmaxLoss(
    emitter,
    {
      logits: regions.valueRows(last),
      gradient: regions.gradientRows(last),
      labels: labels.address,
      losses: losses.address,
    },
    { classes: classesIn(parts.stages), smoothing: parts.labelSmoothing },
  );
  const backward = backwardPass(emitter, parts.stages, regions);
  const notes = parts.stages.flatMap((stage, i) =>
    stage.kind === 'batch-norm' ? [normNote(emitter, stage, regions.normParameters(i), regions.norm(i))] : [],
  );
  emitter.module.function('train', ['i32', 'f32', 'i32'], (f) => {
    const [images, scale, gradient] = [
      f.parameter('i32', 0).get,
      f.parameter('f32', 1).get,
      f.parameter('i32', 2).get,
    ];
    f.call(forward, images);
    f.call(loss, images, scale);
    backward(f, images, gradient);
    for (const note of notes) f.call(note, images, scale, gradient);
  });
}

function writeOptimizer(emitter: Emitter, { parameters, optimization }: ProgramParts, map: MemoryMap): void {
  const { floats } = parameters;
  addParameters(emitter, floats);
  clearParameters(emitter, floats);
  const weights = map.weights.address;
  const average = map.average?.address;
  const state = map.state.map(({ address }) => address);
  const ranges = decayRanges(parameters, optimization.weightDecay);
  updateParameters(emitter, optimization, { weights, state, average, ranges });
  averageParameters(emitter, { weights, average, first: parameters.averages, end: floats });
}
