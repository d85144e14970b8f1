import { divisor } from '../kernel';
import { type Convolution, vectors } from '../operations';
import type { Target } from '../target';

/** Vectors of sums that an invocation keeps. */
const SUMS = { hardware: 12, software: 25 } as const;
/** Invocations that keep a GPU busy. */
const ENOUGH = 16_384;

/** How the gradient of a convolution's weights is shared out among invocations. */
export interface GradientShares {
  /** What one takes: rows of the kernel, channels, and vectors of filters. */
  readonly rows: number;
  readonly channels: number;
  readonly quads: number;
  /** The pixels whose gradients are taken together: a pooling window, or some neighbours. */
  readonly window: { readonly height: number; readonly width: number };
  /** Into how many parts the rows of windows are cut. */
  readonly splits: number;
  /** Partial sums that there are of each weight. */
  readonly sums: number;
  /** Vectors of one of them: the layer's weights and its bias. */
  readonly vectors: number;
}

export function gradientShares({ barriers, lanes }: Target, op: Convolution): GradientShares {
  const { kernel, from, to, parameters } = op;
  const window = windowOf(op);
  const most = SUMS[barriers ? 'hardware' : 'software'];
  const rows = divisor(kernel, most / kernel);
  const channels = divisor(from.channels, most / (kernel * rows));
  const quads = divisor(vectors(to.channels), most / (kernel * rows * channels));
  const groups = (kernel / rows) * (from.channels / channels) * (vectors(to.channels) / quads);
  const down = Math.floor(op.rows / window.height);
  const wanted = barriers ? Math.min(down, Math.ceil(ENOUGH / (groups * lanes))) : 1;
  const splits = Math.ceil(down / Math.ceil(down / wanted));
  // Those of a workgroup are added up where they may wait for each other.
  const sums = barriers ? splits : splits * lanes;
  return { rows, channels, quads, window, splits, sums, vectors: parameters.end - parameters.kernelAt };
}

function windowOf({ pool, rows, columns }: Convolution): GradientShares['window'] {
  if (pool > 1) return { height: pool, width: pool };
  if (rows % 2 === 0 && columns % 2 === 0) return { height: 2, width: 2 };
  return { height: 1, width: divisor(columns, 4) };
}
