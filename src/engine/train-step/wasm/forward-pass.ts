import type { Callee } from './assembler/function';
import { i32 } from './assembler/values';
import { convForward } from './kernels/conv-forward';
import { dropoutApply, dropoutMaskKernel } from './kernels/dropout';
import { type Emitter, overImages } from './kernels/emitter';
import { loadImages } from './kernels/images';
import { matMul, runsOf } from './kernels/mat-mul';
import { poolForward } from './kernels/pool';
import type { MemoryRegions } from './memory-regions';
import type { ConvStage, DropoutStage, PoolStage, Stage } from './stages';

/** Stages before the first dense layer: they work on one image after the other, so that its maps stay in the cache. */
export type MapStage = ConvStage | PoolStage | DropoutStage;

/**
 * The forward pass of a block, exported as `forward` (from the images in `pixels`) and `pass` (from the values before
 * the first layer).
 * @returns `forward`: function(images)
 */
export function writeForwardPass(emitter: Emitter, stages: readonly Stage[], regions: MemoryRegions): Callee {
  const { module } = emitter;
  const load = loadImages(emitter, regions.layoutAt(0), regions.values(0).address);
  const onMaps = stages
    .slice(0, regions.dense)
    .map((stage, i) => mapForward(emitter, stage as MapStage, i, regions));
  const onVectors = stages
    .slice(regions.dense)
    .map((stage, i) => vectorForward(emitter, stage, regions.dense + i, regions));
  const pass = module.function('pass', ['i32'], (f) => {
    const images = f.parameter('i32', 0);
    overImages(f, images.get, (image) => {
      onMaps.forEach((callee, i) => {
        f.call(
          callee,
          regions.valueAt(i, image),
          regions.valueAt(i + 1, image),
          regions.auxiliaryAddress(i, image),
        );
      });
    });
    for (const callee of onVectors) f.call(callee, images.get);
  });
  return module.function('forward', ['i32'], (f) => {
    const images = f.parameter('i32', 0);
    f.call(load, i32.const(regions.map.pixels.address), images.get);
    f.call(pass, images.get);
  });
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
      writeMask(emitter, stage, i, regions);
      return dropoutOnVectors(emitter, stage, i, regions);
    case 'conv':
    case 'max-pool':
    case 'avg-pool':
      throw new RangeError(`${stage.kind} after a dense layer`);
    default:
      return stage satisfies never;
  }
}

function dropoutOnVectors(emitter: Emitter, stage: DropoutStage, i: number, regions: MemoryRegions): Callee {
  const apply = dropoutApply(emitter, stage);
  return emitter.module.function('dropout on vectors', ['i32'], (f) => {
    overImages(f, f.parameter('i32', 0).get, (image) => {
      f.call(
        apply,
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
