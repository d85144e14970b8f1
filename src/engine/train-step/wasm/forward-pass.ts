import type { Callee, FunctionBuilder } from './assembler/function';
import { type I32, i32 } from './assembler/values';
import { normApply, normStatistics } from './kernels/batch-norm';
import { convForward } from './kernels/conv-forward';
import { depthwiseForward } from './kernels/depthwise';
import { dropoutApply, dropoutMaskKernel } from './kernels/dropout';
import { type Emitter, overImages } from './kernels/emitter';
import { geluForward } from './kernels/gelu';
import { loadImages } from './kernels/images';
import { matMul, runsOf } from './kernels/mat-mul';
import { poolForward } from './kernels/pool';
import { residualForward } from './kernels/residual';
import type { MemoryRegions } from './memory-regions';
import type { DenseStage, DropoutStage, NormStage, Stage } from './stage';

/** Stages before the first dense layer that work on one image after the other, so that its maps stay in the cache. */
export type MapStage = Exclude<Stage, DenseStage | NormStage>;

/** Writes what makes the values behind a stage, for so many images. */
type Work = (f: FunctionBuilder, images: I32) => void;

/** Normalisations go by the block while training, by the running averages while reading. */
type Mode = 'training' | 'reading';

/**
 * The forward pass of a block, exported as `forward` (from the images in `pixels`) and `pass` (from the values before
 * the first layer).
 * @returns the same while training: function(images)
 */
export function writeForwardPass(emitter: Emitter, stages: readonly Stage[], regions: MemoryRegions): Callee {
  const { module } = emitter;
  const load = loadImages(emitter, regions.layoutAt(0), regions.values(0).address);
  const works = worksOf(emitter, stages, regions);
  const pass = (mode: Mode) =>
    module.function(mode === 'reading' ? 'pass' : 'pass of a batch', ['i32'], (f) => {
      const images = f.parameter('i32', 0);
      for (const work of works) work[mode](f, images.get);
    });
  const from = (name: string, callee: Callee) =>
    module.function(name, ['i32'], (f) => {
      const images = f.parameter('i32', 0);
      f.call(load, i32.const(regions.map.pixels.address), images.get);
      f.call(callee, images.get);
    });
  const forward = from('forward', pass('reading'));
  const isSame = stages.every(({ kind }) => kind !== 'batch-norm');
  return isSame ? forward : from('forward of a batch', pass('training'));
}

/** In order; stages before the first dense layer are done together where they work on one image after the other. */
function worksOf(emitter: Emitter, stages: readonly Stage[], regions: MemoryRegions): Record<Mode, Work>[] {
  const works: Record<Mode, Work>[] = [];
  let onMaps: ((f: FunctionBuilder, image: I32) => void)[] = [];
  const overMaps = () => {
    const parts = onMaps;
    onMaps = [];
    if (parts.length === 0) return;
    works.push(
      inBoth((f, images) =>
        overImages(f, images, (image) => {
          for (const part of parts) part(f, image);
        }),
      ),
    );
  };
  stages.forEach((stage, i) => {
    if (stage.kind === 'batch-norm') {
      overMaps();
      works.push(normForward(emitter, stage, i, regions));
    } else if (i < regions.dense) {
      const callee = mapForward(emitter, stage as MapStage, i, regions);
      onMaps.push((f, image) => {
        const [x, y] = [regions.valueAt(i, image), regions.valueAt(i + 1, image)];
        f.call(callee, x, y, regions.auxiliaryAddress(i, image));
      });
    } else {
      overMaps();
      const callee = vectorForward(emitter, stage, i, regions);
      works.push(inBoth((f, images) => f.call(callee, images)));
    }
  });
  return works;
}

const inBoth = (work: Work): Record<Mode, Work> => ({ training: work, reading: work });

function normForward(
  emitter: Emitter,
  stage: NormStage,
  i: number,
  regions: MemoryRegions,
): Record<Mode, Work> {
  const values = { x: regions.values(i).address, y: regions.values(i + 1).address };
  const own = regions.norm(i);
  const statistics = normStatistics(emitter, stage, values, regions.normWeights(i), own);
  const apply = normApply(emitter, stage, values);
  return {
    training: (f, images) => {
      f.call(statistics, images);
      f.call(apply, images, i32.const(own.affine));
    },
    reading: (f, images) => f.call(apply, images, i32.const(own.readingAffine)),
  };
}

/** @returns function(input, output, note) for one image */
function mapForward(emitter: Emitter, stage: MapStage, i: number, regions: MemoryRegions): Callee {
  switch (stage.kind) {
    case 'conv':
      return convForward(emitter, stage, { panels: regions.reordered(i), bias: regions.weights(i).bias });
    case 'max-pool':
    case 'avg-pool':
      return poolForward(emitter, stage);
    case 'dropout':
      writeMask(emitter, stage, i, regions);
      return dropoutApply(emitter, stage);
    case 'depthwise':
      return depthwiseForward(emitter, stage, regions.weights(i).kernel);
    case 'residual':
      return residualForward(emitter, stage);
    case 'gelu':
      return geluForward(emitter, stage);
    default:
      return stage satisfies never;
  }
}

/** @returns function(images) */
function vectorForward(emitter: Emitter, stage: Stage, i: number, regions: MemoryRegions): Callee {
  const [x, y] = [regions.valueRows(i), regions.valueRows(i + 1)];
  switch (stage.kind) {
    case 'dense': {
      const { kernel, bias } = regions.weights(i);
      const { activation, output, input } = stage;
      const sizes = { runs: runsOf(input), outputs: output.channels };
      return matMul(emitter, { x, y, ...sizes, weights: kernel, bias, activation });
    }
    case 'dropout':
    case 'gelu':
    case 'residual':
      return imageByImage(emitter, mapForward(emitter, stage, i, regions), i, regions);
    case 'conv':
    case 'depthwise':
    case 'max-pool':
    case 'avg-pool':
    case 'batch-norm':
      throw new RangeError(`${stage.kind} among dense layers`);
    default:
      return stage satisfies never;
  }
}

/** What works on one image, between dense layers. */
function imageByImage(emitter: Emitter, one: Callee, i: number, regions: MemoryRegions): Callee {
  return emitter.module.function('image by image', ['i32'], (f) => {
    overImages(f, f.parameter('i32', 0).get, (image) => {
      f.call(
        one,
        regions.valueAt(i, image),
        regions.valueAt(i + 1, image),
        regions.auxiliaryAddress(i, image),
      );
    });
  });
}

function writeMask(emitter: Emitter, stage: DropoutStage, i: number, regions: MemoryRegions): void {
  const mask = regions.of(i).dropout?.mask;
  if (mask) dropoutMaskKernel(emitter, mask.address, stage.percent, `mask${stage.number}`);
}
