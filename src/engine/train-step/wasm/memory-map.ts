import { INPUT_SIZE } from '../../../model/network';
import type { OptimizerSettings } from '../../../model/settings';
import { sizeOf } from '../../../model/shapes';
import { STATE_VECTORS } from '../../../model/step-state';
import { LANES } from './assembler/values';
import { MASK_SPARE } from './kernels/dropout';
import { LOSS } from './kernels/loss';
import { SPARE_IMAGES } from './kernels/mat-mul';
import { channelBytes, type NormRegions } from './kernels/norm-values';
import { allListsBytes } from './kernels/sparse-gradients';
import { channelVectors, FLOAT_BYTES, VECTOR_BYTES } from './layout';
import {
  forwardTable,
  type ParameterLayout,
  type StageParameters,
  transposedTable,
  zeroAt,
} from './parameter-layout';
import { hasWeights, type Stage } from './stage';

/** A vector of bytes in memory. */
export interface MemoryRegion {
  readonly address: number;
  readonly bytes: number;
}

/** Copies of weights in another order. */
interface Reordered {
  /** Address of each copy's original, from `table` on. */
  readonly table: MemoryRegion;
  readonly copy: MemoryRegion;
  readonly from: Uint32Array;
}

/** What one stage needs besides the values in front of it and behind it. */
export interface StageRegions {
  readonly parameters?: StageParameters | undefined;
  /** Weights of a convolution's forward pass, or of the product that gives a dense layer's input gradient. */
  readonly reordered?: Reordered;
  /** Which value won in each pooling window. */
  readonly argmax?: MemoryRegion & { readonly imageBytes: number };
  readonly entries?: { readonly lists: number; readonly ends: number };
  /** A mask for the block, one of ones, and a word that says where the mask in use begins. */
  readonly norm?: NormRegions;
  readonly dropout?: { readonly mask: MemoryRegion; readonly ones: MemoryRegion; readonly inUse: number };
}

/** Where everything lies. Boundary i is in front of stage i; the last boundary is the logits. */
export interface MemoryMap {
  readonly bytes: number;
  readonly pixels: MemoryRegion;
  readonly labels: MemoryRegion;
  readonly losses: MemoryRegion;
  readonly values: readonly MemoryRegion[];
  /** Gradients: of the whole block from the first dense layer on and around normalisations, else of one image. */
  readonly gradients: readonly (MemoryRegion | undefined)[];
  readonly stages: readonly StageRegions[];
  readonly weights: MemoryRegion;
  readonly state: readonly MemoryRegion[];
  /** The average of the weights, or, while it lies in the weights' place to be read by, the weights. */
  readonly average: MemoryRegion | undefined;
  /** Sums of gradients: as many as a tree of shards needs at once, and one to receive others in. */
  readonly sums: readonly MemoryRegion[];
}

export interface MapParts {
  readonly stages: readonly Stage[];
  readonly parameters: ParameterLayout;
  readonly optimization: OptimizerSettings;
  /** Images a block. */
  readonly block: number;
  /** Vectors of gradients. */
  readonly sums: number;
  /** Forward pass only: no gradients, no optimizer. */
  readonly forwardOnly: boolean;
}

const ALIGNMENT = 64;

class Allocator {
  /** Address 0 stays unused. */
  end = ALIGNMENT;

  take(bytes: number): MemoryRegion {
    const address = this.end;
    // Vectors may be read a little beyond the end.
    this.end = Math.ceil((address + bytes + VECTOR_BYTES) / ALIGNMENT) * ALIGNMENT;
    return { address, bytes };
  }
}

/** Index of the first stage that works on the block as a whole. */
export const firstDense = (stages: readonly Stage[]) => stages.findIndex(({ kind }) => kind === 'dense');

/** Index of the first stage that learns: nothing before it needs a gradient. */
export const firstLearning = (stages: readonly Stage[]) => stages.findIndex(hasWeights);

/** Whether the gradients at a boundary are there of all images of a block at once. */
export const hasBlockGradients = (stages: readonly Stage[], boundary: number): boolean =>
  boundary >= firstDense(stages) ||
  stages[boundary - 1]?.kind === 'batch-norm' ||
  stages[boundary]?.kind === 'batch-norm' ||
  goesAroundNorm(stages, boundary);

/** Whether what lies at a boundary is a sum of what is on both sides of a normalisation, where images meet. */
function goesAroundNorm(stages: readonly Stage[], boundary: number): boolean {
  const adding = stages[boundary - 1];
  if (adding?.kind !== 'residual') return false;
  return stages.slice(adding.given.boundary, boundary).some(({ kind }) => kind === 'batch-norm');
}

export function memoryMap(parts: MapParts): MemoryMap {
  const { stages, parameters, optimization, block, forwardOnly } = parts;
  const memory = new Allocator();
  const vector = () => memory.take(parameters.floats * FLOAT_BYTES);
  const training = <T>(made: () => T, without: T): T => (forwardOnly ? without : made());
  const dense = firstDense(stages);
  const learning = firstLearning(stages);
  const layouts = [(stages[0] as Stage).input, ...stages.map(({ output }) => output)];
  const images = (boundary: number) => (boundary >= dense ? block + SPARE_IMAGES : block);
  const values = layouts.map(({ size }, i) => memory.take(size * FLOAT_BYTES * images(i)));
  const gradients = layouts.map(({ size }, i) =>
    forwardOnly || i <= learning
      ? undefined
      : memory.take(size * FLOAT_BYTES * (hasBlockGradients(stages, i) ? images(i) : 1)),
  );
  const regions = stages.map((stage, i) => stageRegions(memory, parts, stage, i));
  return {
    values,
    gradients,
    stages: regions,
    pixels: memory.take(block * INPUT_SIZE),
    labels: memory.take(block),
    losses: memory.take(block * LOSS.bytes),
    weights: vector(),
    state: training(() => Array.from({ length: STATE_VECTORS[optimization.optimizer] }, vector), []),
    average: training(() => (optimization.ema > 0 ? vector() : undefined), undefined),
    sums: training(() => Array.from({ length: parts.sums }, vector), []),
    bytes: memory.end,
  };
}

function stageRegions(
  memory: Allocator,
  { stages, parameters, block, forwardOnly }: MapParts,
  stage: Stage,
  index: number,
): StageRegions {
  const own = parameters.stages[index];
  const reorder = (from: Uint32Array): Reordered => ({
    from,
    table: memory.take(from.length * FLOAT_BYTES),
    copy: memory.take(from.length * FLOAT_BYTES),
  });
  switch (stage.kind) {
    case 'conv': {
      if (!own) throw new RangeError('a convolution without parameters');
      const reordered = reorder(forwardTable(stage, own, zeroAt(parameters)));
      const argmax = argmaxRegion(memory, stage, block, stage.pool > 1);
      if (forwardOnly) return { parameters: own, reordered, argmax };
      const lists = memory.take(allListsBytes(stage)).address;
      const ends = memory.take(stage.output.channels * FLOAT_BYTES).address;
      return { parameters: own, reordered, argmax, entries: { lists, ends } };
    }
    case 'dense': {
      if (!own) throw new RangeError('a dense layer without parameters');
      if (forwardOnly || index <= firstLearning(stages)) return { parameters: own };
      return { parameters: own, reordered: reorder(transposedTable(stage, own, zeroAt(parameters))) };
    }
    case 'batch-norm': {
      const vectors = (count: number) => memory.take(count * channelBytes(stage)).address;
      return {
        norm: {
          mean: vectors(1),
          variance: vectors(1),
          inverse: vectors(1),
          affine: vectors(2),
          readingAffine: vectors(2),
        },
      };
    }
    case 'dropout': {
      const { height, width, channels } = stage.input;
      const mask = () =>
        memory.take((sizeOf([height, width, channels]) * block + MASK_SPARE + LANES) * FLOAT_BYTES);
      return { dropout: { mask: mask(), ones: mask(), inUse: memory.take(FLOAT_BYTES).address } };
    }
    case 'max-pool':
      return { argmax: argmaxRegion(memory, stage, block, true) };
    case 'avg-pool':
      return { argmax: argmaxRegion(memory, stage, block, false) };
    case 'depthwise':
      return { parameters: own };
    case 'gelu':
    case 'residual':
      return {};
    default:
      return stage satisfies never;
  }
}

function argmaxRegion(memory: Allocator, { output }: Stage, block: number, needed: boolean) {
  const imageBytes = needed ? output.height * output.width * channelVectors(output) * VECTOR_BYTES : 0;
  return { ...memory.take(imageBytes * block), imageBytes };
}
