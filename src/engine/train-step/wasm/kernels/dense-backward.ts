import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, v128 } from '../assembler/values';
import { SUMS } from '../blocking';
import { FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import { type FusedActivation, throughActivation } from './activation';
import type { Emitter } from './emitter';
import { matMulPanels, type Rows, type Runs } from './mat-mul';

interface DenseGradient {
  readonly x: Rows;
  readonly runs: Runs;
  /** Gradients in front of the activation. */
  readonly y: Rows;
  readonly outputs: number;
  /** Floats from the gradient's begin to that of the kernel ([panel][value of x][the panel's outputs]) and the bias. */
  readonly kernelAt: number;
  readonly biasAt: number;
}

/**
 * The gradient of a dense layer's kernel and bias over a block of images: xᵀ·y.
 * @returns function(images, gradient): adds to what lies at the address `gradient`
 */
export function denseGradient(emitter: Emitter, layer: DenseGradient): Callee {
  const { runs, x, y } = layer;
  const panels = matMulPanels(layer.outputs);
  const width = panels[0]?.vectors ?? 0;
  const wide = panels.filter(({ vectors }) => vectors === width).length;
  return emitter.module.function('dense gradient', ['i32', 'i32'], (f) => {
    const images = f.parameter('i32', 0);
    const gradient = f.parameter('i32', 1);
    const kernel = f.local('i32', i32.plus(gradient.get, layer.kernelAt * FLOAT_BYTES));
    const bias = f.local('i32', i32.plus(gradient.get, layer.biasAt * FLOAT_BYTES));
    const yPanel = f.local('i32', i32.const(y.address));
    const write = (vectors: number) => {
      biasPanel(f, vectors, y, { images, y: yPanel, bias });
      const rows = rowsAtOnce(runs, vectors);
      const value = f.local('i32', i32.const(x.address));
      f.repeat(runs.count, () => {
        const tile = (values: number) => {
          kernelTile(f, emitter, { values, vectors, x, y }, { images, x: value, y: yPanel, kernel });
          f.increase(value, values * FLOAT_BYTES);
          f.increase(kernel, values * vectors * VECTOR_BYTES);
        };
        f.repeat(Math.floor(runs.length / rows), () => tile(rows));
        if (runs.length % rows > 0) tile(runs.length % rows);
        if (runs.count > 1) f.increase(value, (runs.distance - runs.length) * FLOAT_BYTES);
      });
      f.increase(bias, vectors * VECTOR_BYTES);
      f.increase(yPanel, vectors * VECTOR_BYTES);
    };
    f.repeat(wide, () => write(width));
    for (const { vectors } of panels.slice(wide)) write(vectors);
  });
}

/** Values of x whose gradients are summed at once, beside panels whose width the forward pass has chosen. */
const rowsAtOnce = (runs: Runs, vectors: number) =>
  Math.min(runs.length, Math.max(1, Math.floor(SUMS / vectors)));

function biasPanel(
  f: FunctionBuilder,
  vectors: number,
  y: Rows,
  at: Record<'images' | 'y' | 'bias', Local<'i32'>>,
): void {
  const sums = Array.from({ length: vectors }, (_, v) =>
    f.local('v128', v128.load(at.bias.get, v * VECTOR_BYTES)),
  );
  const from = f.local('i32', at.y.get);
  f.repeat(at.images.get, () => {
    sums.forEach((sum, v) => {
      sum.set(f32x4.add(sum.get, v128.load(from.get, v * VECTOR_BYTES)));
    });
    f.increase(from, y.imageBytes);
  });
  sums.forEach((sum, v) => {
    f.store(at.bias.get, v * VECTOR_BYTES, sum.get);
  });
}

/** Some rows of a panel of the kernel's gradient: the sum over the images stays in registers. */
function kernelTile(
  f: FunctionBuilder,
  { madd }: Emitter,
  { values, vectors, x, y }: { values: number; vectors: number; x: Rows; y: Rows },
  at: Record<'images' | 'x' | 'y' | 'kernel', Local<'i32'>>,
): void {
  const place = (row: number, v: number) => (row * vectors + v) * VECTOR_BYTES;
  const sums = Array.from({ length: values }, (_, row) =>
    Array.from({ length: vectors }, (_, v) => f.local('v128', v128.load(at.kernel.get, place(row, v)))),
  );
  const gradients = f.locals('v128', vectors);
  const factor = f.local('v128');
  const xImage = f.local('i32', at.x.get);
  const yImage = f.local('i32', at.y.get);
  f.repeat(at.images.get, () => {
    gradients.forEach((gradient, v) => {
      gradient.set(v128.load(yImage.get, v * VECTOR_BYTES));
    });
    sums.forEach((row, value) => {
      factor.set(v128.load32Splat(xImage.get, value * FLOAT_BYTES));
      row.forEach((sum, v) => {
        sum.set(madd(factor.get, (gradients[v] as Local<'v128'>).get, sum.get));
      });
    });
    f.increase(xImage, x.imageBytes);
    f.increase(yImage, y.imageBytes);
  });
  sums.forEach((row, value) => {
    row.forEach((sum, v) => {
      f.store(at.kernel.get, place(value, v), sum.get);
    });
  });
}

/**
 * Takes the gradient of a block of vectors through their activation, in place.
 * @returns function(images)
 */
export function activationGradient(
  emitter: Emitter,
  activation: FusedActivation,
  output: Rows,
  gradient: Rows,
): Callee {
  return emitter.module.function('activation gradient', ['i32'], (f) => {
    const images = f.parameter('i32', 0);
    const y = f.local('i32', i32.const(output.address));
    const g = f.local('i32', i32.const(gradient.address));
    f.repeat(i32.mul(images.get, i32.const(output.imageBytes / VECTOR_BYTES)), () => {
      f.store(g.get, 0, throughActivation(activation, v128.load(y.get), v128.load(g.get)));
      f.increase(y, VECTOR_BYTES);
      f.increase(g, VECTOR_BYTES);
    });
  });
}
