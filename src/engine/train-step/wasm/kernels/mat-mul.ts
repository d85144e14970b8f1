import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, v128 } from '../assembler/values';
import { type Blocking, chooseBlocking, panelsOf } from '../blocking';
import { FLOAT_BYTES, type Layout, VECTOR_BYTES } from '../layout';
import { activate, type FusedActivation } from './activation';
import { type Emitter, overSteps } from './emitter';

/** The values of an image that a dense layer reads: so many runs of neighbouring floats. */
export interface Runs {
  readonly count: number;
  readonly length: number;
  /** From the first float of a run to that of the next. */
  readonly distance: number;
}

export function runsOf({ height, width, channels, pixel }: Layout): Runs {
  const pixels = height * width;
  return pixels === 1 || pixel === channels
    ? { count: 1, length: pixels * channels, distance: 0 }
    : { count: pixels, length: channels, distance: pixel };
}

/** Images that are usually multiplied in one call. */
const USUAL_IMAGES = 16;
/** Images that a tile may reach beyond the last one: buffers are that much longer. */
export const SPARE_IMAGES = 12;

/** @param outputs - of the product */
const matMulBlocking = (outputs: number): Blocking => chooseBlocking(USUAL_IMAGES, outputs);
export const matMulPanels = (outputs: number) => panelsOf(outputs, matMulBlocking(outputs).vectors);

/** One factor or the product: address of the first image's values, and bytes from an image to the next. */
export interface Rows {
  readonly address: number;
  readonly imageBytes: number;
}

interface Product {
  readonly x: Rows;
  readonly runs: Runs;
  /** Weights in panels: [panel][value of x][the panel's outputs], bytes. */
  readonly weights: number;
  readonly y: Rows;
  /** In whole vectors. */
  readonly outputs: number;
  /** Address of the biases; without them the sums begin at zero. */
  readonly bias?: number;
  readonly activation?: FusedActivation | undefined;
}

/**
 * y = activation(x·W + bias) for a block of images.
 * @returns function(images); up to SPARE_IMAGES images beyond them are computed too, of whatever lies there
 */
export function matMul(emitter: Emitter, product: Product): Callee {
  const { rows } = matMulBlocking(product.outputs);
  const panels = matMulPanels(product.outputs);
  const width = panels[0]?.vectors ?? 0;
  const wide = panels.filter(({ vectors }) => vectors === width).length;
  const values = product.runs.count * product.runs.length;
  return emitter.module.function('product', ['i32'], (f) => {
    const tiles = f.local('i32', i32.divU(i32.plus(f.parameter('i32', 0).get, rows - 1), i32.const(rows)));
    const at = {
      weights: f.local('i32', i32.const(product.weights)),
      y: f.local('i32', i32.const(product.y.address)),
      bias: f.local('i32', i32.const(product.bias ?? 0)),
    };
    const write = (vectors: number) => {
      const x = f.local('i32', i32.const(product.x.address));
      const y = f.local('i32', at.y.get);
      f.repeat(tiles.get, () => {
        tile(f, emitter, product, { rows, vectors }, { x, y, weights: at.weights, bias: at.bias });
        f.increase(x, rows * product.x.imageBytes);
        f.increase(y, rows * product.y.imageBytes);
      });
      f.increase(at.weights, values * vectors * VECTOR_BYTES);
      f.increase(at.y, vectors * VECTOR_BYTES);
      f.increase(at.bias, vectors * VECTOR_BYTES);
    };
    f.repeat(wide, () => write(width));
    for (const { vectors } of panels.slice(wide)) write(vectors);
  });
}

function tile(
  f: FunctionBuilder,
  { madd }: Emitter,
  { runs, x, y, bias, activation }: Product,
  { rows, vectors }: Blocking,
  at: Record<'x' | 'y' | 'weights' | 'bias', Local<'i32'>>,
): void {
  const sums = Array.from({ length: rows }, () =>
    Array.from({ length: vectors }, (_, v) =>
      f.local('v128', bias === undefined ? f32x4.const(0) : v128.load(at.bias.get, v * VECTOR_BYTES)),
    ),
  );
  const weightVectors = f.locals('v128', vectors);
  const factor = f.local('v128');
  const input = f.local('i32', at.x.get);
  const weights = f.local('i32', at.weights.get);
  const stepBytes = vectors * VECTOR_BYTES;
  const step = (i: number) => {
    weightVectors.forEach((vector, v) => {
      vector.set(v128.load(weights.get, i * stepBytes + v * VECTOR_BYTES));
    });
    sums.forEach((row, image) => {
      factor.set(v128.load32Splat(input.get, image * x.imageBytes + i * FLOAT_BYTES));
      row.forEach((sum, v) => {
        sum.set(madd(factor.get, (weightVectors[v] as Local<'v128'>).get, sum.get));
      });
    });
  };
  f.repeat(runs.count, () => {
    const pointers = [[input, FLOAT_BYTES] as const, [weights, stepBytes] as const];
    overSteps(f, runs.length, pointers, step, 8);
    if (runs.count > 1) f.increase(input, (runs.distance - runs.length) * FLOAT_BYTES);
  });
  sums.forEach((row, image) => {
    row.forEach((sum, v) => {
      f.store(at.y.get, image * y.imageBytes + v * VECTOR_BYTES, activate(f, madd, activation, sum.get));
    });
  });
}
