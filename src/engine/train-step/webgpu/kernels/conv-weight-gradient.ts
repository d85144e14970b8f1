import { each, type Kernel, kernel, range, read, sum, write } from '../kernel';
import { type Convolution, LANES, vectors } from '../operations';
import { MOST_SHARED_BYTES } from '../target';
import { type GradientShares, gradientShares } from './gradient-shares';
import { four, gradientBuffer, placesBuffer, type Site, unpacked, valuesBuffer } from './site';

const VECTOR_BYTES = 16;

/** A vector of sums that an invocation keeps: by its place in what the invocation takes. */
interface Sum {
  readonly name: string;
  readonly ky: number;
  readonly kx: number;
  readonly channel: number;
  readonly quad: number;
}

/**
 * Partial sums of the gradients by the weights and the bias. Each invocation sums over some images and windows; where
 * they may wait for each other, those of a workgroup add theirs up.
 * @param partialsAt - vectors in front of this layer's partial sums
 */
export function convWeightGradient(site: Site, op: Convolution, partialsAt: number): Kernel {
  const { target, slot } = site;
  const { from, to, kernel: side, stride, pool, padded, index } = op;
  const { capacity, lanes, barriers } = target;
  const shares = gradientShares(target, op);
  const { rows, channels, quads, window, splits } = shares;
  const filters = vectors(to.channels);
  const down = Math.floor(op.rows / window.height);
  const across = Math.floor(op.columns / window.width);
  const channelGroups = from.channels / channels;
  const quadGroups = filters / quads;
  const perSplit = Math.ceil(down / splits);
  const weights = sumsOf(shares, side);
  const stores = storesOf(op, shares, weights);
  const inside = (name: string, numbers: readonly number[], start: string, limit: number) =>
    numbers.map((i) => `let ${name}${i} = ${start} + ${i} >= 0 && ${start} + ${i} < ${limit};`).join('\n');
  const seenRows = seen(window.height, stride, rows);
  const seenColumns = seen(window.width, stride, side);
  const loads = seenRows.flatMap((r) =>
    seenColumns.flatMap((c) =>
      range(channels).map((channel) => {
        const value = `x[at + ${((r * from.width + c) * from.channels + channel) * capacity}]`;
        return `let x${r}_${c}_${channel} = ${padded ? `select(0.0, ${value}, r${r} && c${c})` : value};`;
      }),
    ),
  );
  const products = weights.map(({ name, ky, kx, channel, quad }) => {
    const terms = range(window.height * window.width).map((place) => {
      const [y, x] = [Math.floor(place / window.width), place % window.width];
      return `d${quad}_${place} * x${y * stride + ky}_${x * stride + kx}_${channel}`;
    });
    return `${name} += ${sum(terms)};`;
  });
  return kernel(slot, {
    work: 'weight-gradient',
    op,
    bindings: {
      x: read(valuesBuffer(index)),
      gradient: read(gradientBuffer(index + 1)),
      ...(pool > 1 && { places: read(placesBuffer(index), 'u32') }),
      partials: write('partials', 'vec4f'),
    },
    workgroup: [lanes, 1, 1],
    workgroups: [1, (side / rows) * channelGroups * quadGroups, splits],
    overImages: false,
    flops: 2 * op.rows * op.columns * side * side * from.channels * to.channels,
    module: barriers ? sharedSums(stores.length, lanes) : '',
    body: `
let quad = id.y % ${quadGroups} * ${quads};
let channel = id.y / ${quadGroups} % ${channelGroups} * ${channels};
let tapRow = id.y / ${quadGroups * channelGroups} * ${rows};
${weights.map(({ name }) => `var ${name} = vec4f();`).join('\n')}
${each(quads, (q) => `var bias${q} = vec4f();`)}
for (var n = local.x; n < slot.lanes; n += ${lanes}) {
  for (var row = id.z * ${perSplit}; row < min(${down}, (id.z + 1) * ${perSplit}); row++) {
    let top = row * ${window.height * stride} + tapRow - ${op.above};
    ${padded ? inside('r', seenRows, 'top', from.height) : ''}
    for (var column = 0; column < ${across}; column++) {
      let left = column * ${window.width * stride} - ${op.before};
      ${padded ? inside('c', seenColumns, 'left', from.width) : ''}
      ${range(quads)
        .map((q) => windowGradients(op, capacity, window, q))
        .join('\n')}
      let at = ((top * ${from.width} + left) * ${from.channels} + channel) * ${capacity} + n;
      ${loads.join('\n')}
      ${products.join('\n')}
    }
  }
}
let to = ${partialsAt} + ${barriers ? 'id.z' : `(id.z * ${lanes} + local.x)`} * ${shares.vectors};
let first = to + (tapRow * ${side * from.channels} + channel) * ${filters} + quad;
${barriers ? addedUp(stores, lanes) : stored(stores)}`,
  });
}

const sumsOf = ({ rows, channels, quads }: GradientShares, side: number): Sum[] =>
  range(rows).flatMap((ky) =>
    range(side).flatMap((kx) =>
      range(channels).flatMap((channel) =>
        range(quads).map((quad) => ({ name: `s${ky}_${kx}_${channel}_${quad}`, ky, kx, channel, quad })),
      ),
    ),
  );

/** The rows or columns of a patch that windows need, which may leave gaps between their pixels. */
const seen = (length: number, stride: number, steps: number): number[] => [
  ...new Set(range(length).flatMap((i) => range(steps).map((k) => i * stride + k))),
];

/** WGSL of the gradients in each pixel of a window, `d0_0`, `d0_1`, ..., added to the bias's. */
function windowGradients(
  op: Convolution,
  capacity: number,
  window: GradientShares['window'],
  q: number,
): string {
  const { pool, to } = op;
  const missing = to.channels % LANES === 0 ? undefined : `${to.channels} - ${LANES} * (quad + ${q})`;
  const at = (pixel: string) =>
    `(${pixel}) * ${to.channels * capacity} + (quad + ${q}) * ${LANES * capacity} + n`;
  const places = range(window.height * window.width);
  if (pool === 1) {
    const gradients = places.map((i) => {
      const [y, x] = [Math.floor(i / window.width), i % window.width];
      const pixel = `(row * ${window.height} + ${y}) * ${to.width} + column * ${window.width} + ${x}`;
      return `let at${q}_${i} = ${at(pixel)};
let d${q}_${i} = ${four('gradient', `at${q}_${i}`, capacity, missing)};`;
    });
    return `${gradients.join('\n')}\nbias${q} += ${sum(places.map((i) => `d${q}_${i}`))};`;
  }
  const pixel = `row * ${to.width} + column`;
  const word = `places[((${pixel}) * ${vectors(to.channels)} + quad + ${q}) * ${capacity} + n]`;
  return `let at${q} = ${at(pixel)};
let d${q} = ${four('gradient', `at${q}`, capacity, missing)};
let found${q} = ${unpacked(word)};
bias${q} += d${q};
${places.map((i) => `let d${q}_${i} = select(vec4f(), d${q}, found${q} == vec4u(${i}u));`).join('\n')}`;
}

/** A sum, and where it goes. */
interface Store {
  readonly sum: string;
  readonly at: string;
  /** Where not all that have it store it. */
  readonly only?: string;
}

function storesOf(
  { kernel: side, from, to }: Convolution,
  shares: GradientShares,
  weights: readonly Sum[],
): Store[] {
  const filters = vectors(to.channels);
  const biases = range(shares.quads).map((quad) => ({
    sum: `bias${quad}`,
    at: `to + ${shares.vectors - filters} + quad + ${quad}`,
    only: 'channel == 0 && tapRow == 0',
  }));
  const kernels = weights.map(({ name, ky, kx, channel, quad }) => ({
    sum: name,
    at: `first + ${((ky * side + kx) * from.channels + channel) * filters + quad}`,
  }));
  return [...kernels, ...biases];
}

const stored = (stores: readonly Store[]): string =>
  stores
    .map(({ sum: value, at, only }) => {
      const store = `partials[${at}] = ${value};`;
      return only ? `if (${only}) { ${store} }` : store;
    })
    .join('\n');

/** Sums that the invocations of a workgroup add up at a time. */
const atOnce = (lanes: number) => Math.floor(MOST_SHARED_BYTES / (lanes * VECTOR_BYTES));

const sharedSums = (count: number, lanes: number): string =>
  `var<workgroup> sums: array<vec4f, ${lanes * Math.min(count, atOnce(lanes))}>;`;

/** WGSL that adds up the sums of a workgroup's invocations, level by level, and has the first store them. */
function addedUp(stores: readonly Store[], lanes: number): string {
  const parts = range(Math.ceil(stores.length / atOnce(lanes))).map((part) =>
    stores.slice(part * atOnce(lanes), (part + 1) * atOnce(lanes)),
  );
  return parts
    .map((some) => {
      const levels = range(Math.log2(lanes)).map((level) => lanes >> (level + 1));
      const mine = (i: number) => `sums[local.x + ${i * lanes}]`;
      return `workgroupBarrier();
${some.map(({ sum: value }, i) => `${mine(i)} = ${value};`).join('\n')}
${levels
  .map(
    (half) => `workgroupBarrier();
if (local.x < ${half}) {
${each(some.length, (i) => `${mine(i)} += sums[local.x + ${i * lanes + half}];`)}
}`,
  )
  .join('\n')}
if (local.x == 0) {
${stored(some.map((store, i) => ({ ...store, sum: `sums[${i * lanes}]` })))}
}`;
    })
    .join('\n');
}
