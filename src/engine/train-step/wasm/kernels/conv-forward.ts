import type { Callee, FunctionBuilder, Local } from '../assembler/function';
import { f32x4, i32, v128 } from '../assembler/values';
import { type Blocking, chooseBlocking, type Panel, panelsOf, split } from '../blocking';
import { channelVectors, FLOAT_BYTES, VECTOR_BYTES } from '../layout';
import type { ConvStage } from '../stage';
import { activate } from './activation';
import { type Emitter, overSteps } from './emitter';

/** Steps of the reduction (kernel pixels × channels) up to which a whole kernel, or a row of it, is written out. */
const UNROLLED = 96;

/** How a convolution's outputs are cut into tiles; fixed by its shape, so that the weights can be laid out for it. */
function convBlocking({ output, pool }: ConvStage): Blocking {
  const window = pool * pool;
  return chooseBlocking(output.width * window, output.channels, window);
}

/** The panels of the weights: [panel][kernel row][kernel column][input channel][the panel's outputs]. */
export const convPanels = (stage: ConvStage): Panel[] =>
  panelsOf(stage.output.channels, convBlocking(stage).vectors);

interface ConvForwardRegions {
  /** Weights in panels, and the biases; bytes. */
  readonly panels: number;
  readonly bias: number;
}

/**
 * The convolution of one image, with bias and activation, and max-pooling where it belongs to the stage: the window's
 * sums never leave the registers.
 * @returns function(input, output, argmax): byte addresses of the image's values; `argmax` gets, in the order of the
 * pooled values, the distance in bytes from the window's first patch of the input to the one that won
 */
export function convForward(emitter: Emitter, stage: ConvStage, regions: ConvForwardRegions): Callee {
  const { input, output, kernel } = stage;
  return emitter.module.function('conv forward', ['i32', 'i32', 'i32'], (f) => {
    const [x, y, argmax] = [0, 1, 2].map((i) => f.parameter('i32', i)) as [
      Local<'i32'>,
      Local<'i32'>,
      Local<'i32'>,
    ];
    const first = i32.plus(y.get, output.origin * FLOAT_BYTES);
    let weights = regions.panels;
    for (const panel of convPanels(stage)) {
      convPanel(f, emitter, stage, panel, {
        x,
        y: f.local('i32', i32.plus(first, panel.start * VECTOR_BYTES)),
        argmax: f.local('i32', i32.plus(argmax.get, panel.start * VECTOR_BYTES)),
        weights,
        bias: regions.bias + panel.start * VECTOR_BYTES,
      });
      weights += kernel * kernel * input.channels * panel.vectors * VECTOR_BYTES;
    }
  });
}

interface PanelPointers {
  readonly x: Local<'i32'>;
  readonly y: Local<'i32'>;
  readonly argmax: Local<'i32'>;
  readonly weights: number;
  readonly bias: number;
}

/** All tiles of the maps of one panel, row by row. */
function convPanel(
  f: FunctionBuilder,
  emitter: Emitter,
  stage: ConvStage,
  panel: Panel,
  pointers: PanelPointers,
): void {
  const { input, output, stride, pool } = stage;
  const pixels = convBlocking(stage).rows / (pool * pool);
  const { full, rest } = split(output.width, pixels);
  const tile = new ConvTile(f, emitter, stage, panel, pointers);
  const xRow = f.local('i32', pointers.x.get);
  const yRow = f.local('i32', pointers.y.get);
  const xTile = f.local('i32');
  const yTile = f.local('i32');
  const vectors = channelVectors(output);
  f.repeat(output.height, () => {
    xTile.set(xRow.get);
    yTile.set(yRow.get);
    const write = (width: number) => {
      tile.write(width, xTile, yTile);
      f.increase(xTile, width * pool * stride * input.pixel * FLOAT_BYTES);
      f.increase(yTile, width * output.pixel * FLOAT_BYTES);
      f.increase(pointers.argmax, width * vectors * VECTOR_BYTES);
    };
    f.repeat(full, () => write(pixels));
    if (rest > 0) write(rest);
    f.increase(xRow, pool * stride * input.row * FLOAT_BYTES);
    f.increase(yRow, output.row * FLOAT_BYTES);
  });
}

/** The code of one tile: some pixels of a row, all outputs of a panel. */
class ConvTile {
  private readonly sums: Local<'v128'>[];
  private readonly weightVectors: Local<'v128'>[];
  private readonly pixelValue: Local<'v128'>;
  private readonly input: Local<'i32'>;
  private readonly weights: Local<'i32'>;
  private readonly best: Local<'v128'>;
  private readonly distance: Local<'v128'>;

  constructor(
    private readonly f: FunctionBuilder,
    private readonly emitter: Emitter,
    private readonly stage: ConvStage,
    private readonly panel: Panel,
    private readonly pointers: PanelPointers,
  ) {
    this.sums = f.locals('v128', convBlocking(stage).rows * panel.vectors);
    this.weightVectors = f.locals('v128', panel.vectors);
    this.pixelValue = f.local('v128');
    this.input = f.local('i32');
    this.weights = f.local('i32');
    this.best = f.local('v128');
    this.distance = f.local('v128');
  }

  /** @param width - pixels of the output */
  write(width: number, x: Local<'i32'>, y: Local<'i32'>): void {
    const { f, stage, panel } = this;
    const window = stage.pool * stage.pool;
    const rows = width * window;
    for (let row = 0; row < rows; row++) {
      for (let v = 0; v < panel.vectors; v++) {
        this.sum(row, v).set(v128.load(i32.const(this.pointers.bias + v * VECTOR_BYTES)));
      }
    }
    this.input.set(x.get);
    this.weights.set(i32.const(this.pointers.weights));
    this.reduce(Array.from({ length: rows }, (_, row) => this.patch(Math.floor(row / window), row % window)));
    for (let pixel = 0; pixel < width; pixel++) {
      for (let v = 0; v < panel.vectors; v++) {
        const sum = window === 1 ? this.sum(pixel, v) : this.pooled(pixel, v);
        const value = activate(f, this.emitter.madd, stage.activation, sum.get);
        f.store(y.get, pixel * stage.output.pixel * FLOAT_BYTES + v * VECTOR_BYTES, value);
      }
    }
  }

  private sum(row: number, v: number): Local<'v128'> {
    return this.sums[row * this.panel.vectors + v] as Local<'v128'>;
  }

  /** Bytes from the tile's first patch to the patch of an output pixel, or of a place in its pooling window. */
  private patch(pixel: number, place: number): number {
    const { input, pool, stride } = this.stage;
    const column = pixel * pool + (place % pool);
    return (Math.floor(place / pool) * input.row + column * input.pixel) * stride * FLOAT_BYTES;
  }

  /** Adds kernel × patch to the sums. */
  private reduce(patches: readonly number[]): void {
    const { f, stage } = this;
    const { kernel, input } = stage;
    const steps = kernel * kernel * input.channels;
    const toNextRow = (input.row - kernel * input.pixel) * FLOAT_BYTES;
    const toNextPixel = (input.pixel - input.channels) * FLOAT_BYTES;
    const stepBytes = this.panel.vectors * VECTOR_BYTES;
    if (steps <= UNROLLED) {
      for (let i = 0; i < steps; i++) {
        const place = Math.floor(i / input.channels);
        const [row, column, channel] = [Math.floor(place / kernel), place % kernel, i % input.channels];
        this.step(patches, (row * input.row + column * input.pixel + channel) * FLOAT_BYTES, i * stepBytes);
      }
      return;
    }
    const tight = input.pixel === input.channels;
    const runs = tight ? 1 : kernel;
    const run = tight ? kernel * input.channels : input.channels;
    f.repeat(kernel, () => {
      f.repeat(runs, () => {
        const pointers = [[this.input, FLOAT_BYTES] as const, [this.weights, stepBytes] as const];
        overSteps(f, run, pointers, (i) => this.step(patches, i * FLOAT_BYTES, i * stepBytes), UNROLLED);
        if (!tight) f.increase(this.input, toNextPixel);
      });
      f.increase(this.input, toNextRow);
    });
  }

  private step(patches: readonly number[], inputOffset: number, weightOffset: number): void {
    this.weightVectors.forEach((vector, v) => {
      vector.set(v128.load(this.weights.get, weightOffset + v * VECTOR_BYTES));
    });
    patches.forEach((patch, row) => {
      this.pixelValue.set(v128.load32Splat(this.input.get, patch + inputOffset));
      this.weightVectors.forEach((vector, v) => {
        const sum = this.sum(row, v);
        sum.set(this.emitter.madd(this.pixelValue.get, vector.get, sum.get));
      });
    });
  }

  /** The largest sum of a window; which one it was goes to `argmax`. The first of equals, as in TensorFlow.js. */
  private pooled(pixel: number, v: number): Local<'v128'> {
    const { f, best, distance, stage } = this;
    const window = stage.pool * stage.pool;
    const from = this.patch(pixel, 0);
    best.set(this.sum(pixel * window, v).get);
    distance.set(v128.const(0));
    for (let place = 1; place < window; place++) {
      const sum = this.sum(pixel * window + place, v).get;
      const bytes = v128.const(this.patch(pixel, place) - from);
      distance.set(v128.bitselect(bytes, distance.get, f32x4.gt(sum, best.get)));
      best.set(f32x4.pmax(best.get, sum));
    }
    const offset = (pixel * channelVectors(stage.output) + v) * VECTOR_BYTES;
    f.store(this.pointers.argmax.get, offset, distance.get);
    return best;
  }
}
