import { divisor, each, type Kernel, kernel, range, read, sum, throughActivation, write } from '../kernel';
import { type Convolution, LANES, vectors } from '../operations';
import {
  firstImage,
  four,
  gradientBuffer,
  placesBuffer,
  type Site,
  unpacked,
  valuesBuffer,
  workers,
} from './site';

/** Sums that an invocation keeps for each of its images. */
const SUMS = { hardware: 16, software: 8 } as const;

/** One of the gradients in a window, as seen from a block of pixels: by which weights it goes to which pixel. */
interface Product {
  /** Of the block, row by row. */
  readonly pixel: number;
  /** Of the window, row by row. */
  readonly place: number;
  /** Of the kernel, row by row. */
  readonly tap: number;
}

/** Name of a sum: by the pixel of the block, the channel and the image. */
const s = (pixel: number, channel: number, image: number) => `s${pixel}_${channel}_${image}`;

/**
 * Gradient by the input: a block of pixels sums over the filters and over the windows whose kernel reaches it. A pooled
 * window's gradient is that of its maximum, and zero in its other pixels, which are never written.
 */
export function convInputGradient(site: Site, op: Convolution): Kernel {
  const { target, slot } = site;
  const { from, to, kernel: side, stride, pool, index } = op;
  const { capacity, lanes, images } = target;
  const block = stride * Math.max(pool, pool === 1 && stride === 1 ? 2 : 1);
  const channels = divisor(from.channels, SUMS[target.barriers ? 'hardware' : 'software'] / block ** 2);
  const [above, before] = [op.above % block, op.before % block];
  const down = Math.ceil((from.height + above) / block);
  const across = Math.ceil((from.width + before) / block);
  const start = range(block ** 2).flatMap((pixel) =>
    range(channels).map((c) => each(images, (j) => `  var ${s(pixel, c, j)} = 0.0;`)),
  );
  return kernel(slot, {
    work: 'input-gradient',
    op,
    bindings: {
      gradient: read(gradientBuffer(index + 1)),
      ...(pool > 1 && { places: read(placesBuffer(index), 'u32') }),
      w: read('parameters', 'vec4f'),
      ...(from.activation && { y: read(valuesBuffer(index)) }),
      result: write(gradientBuffer(index)),
    },
    workgroup: [workers(target), 1, 1],
    workgroups: [capacity / lanes, down * across, from.channels / channels],
    overImages: true,
    flops: 2 * op.rows * op.columns * side * side * from.channels * to.channels,
    body: `
${firstImage(target)}
  let top = id.y / ${across} * ${block} - ${above};
  let left = id.y % ${across} * ${block} - ${before};
  let row = (top + ${op.above}) / ${stride * pool};
  let column = (left + ${op.before}) / ${stride * pool};
${start.join('\n')}
${windowsOn(op, block)
  .map((window) => fromWindow(site, op, channels, window))
  .join('\n')}
${each(block ** 2, (pixel) => {
  const [y, x] = [`(top + ${Math.floor(pixel / block)})`, `(left + ${pixel % block})`];
  return `  if (${y} >= 0 && ${y} < ${from.height} && ${x} >= 0 && ${x} < ${from.width}) {
    let first = ((${y} * ${from.width} + ${x}) * ${from.channels} + id.z * ${channels}) * ${capacity} + image;
${range(channels)
  .flatMap((c) =>
    range(images).map((j) => {
      const at = `first + ${c * capacity + j * workers(target)}`;
      return `    result[${at}] = ${throughActivation(from.activation, s(pixel, c, j), `y[${at}]`)};`;
    }),
  )
  .join('\n')}
  }`;
})}`,
  });
}

/** WGSL of what a window gives the block, filter by filter. */
function fromWindow({ target }: Site, op: Convolution, channels: number, window: SeenWindow): string {
  const { from, to, pool, parameters } = op;
  const { capacity, images } = target;
  const { products } = window;
  const filters = vectors(to.channels);
  const [row, column] = [`(row + ${window.down})`, `(column + ${window.across})`];
  const missing = to.channels % LANES === 0 ? undefined : `${to.channels} - ${LANES} * quad`;
  const places = [...new Set(products.map(({ place }) => place))];
  const taps = [...new Set(products.map(({ tap }) => tap))];
  const pixels = [...new Set(products.map(({ pixel }) => pixel))];
  const gradients = each(images, (j) => {
    const at = j * workers(target);
    const gradient = `      let d${j} = ${four('gradient', `at + ${at}`, capacity, missing)};`;
    if (pool === 1) return `${gradient}\n      let d${j}_0 = d${j};`;
    return `${gradient}
      let found${j} = ${unpacked(`places[place + ${at}]`)};
${places.map((i) => `      let d${j}_${i} = select(vec4f(), d${j}, found${j} == vec4u(${i}u));`).join('\n')}`;
  });
  const sums = range(channels).map((c) => {
    const weights = taps.map(
      (tap) => `      let w${tap}_${c} = w[weight + ${(tap * from.channels + c) * filters}];`,
    );
    const added = pixels.map((pixel) => {
      const own = products.filter((product) => product.pixel === pixel);
      return each(images, (j) => {
        const terms = own.map(({ place, tap }) => `dot(d${j}_${place}, w${tap}_${c})`);
        return `      ${s(pixel, c, j)} += ${sum(terms)};`;
      });
    });
    return [...weights, ...added].join('\n');
  });
  return `  if (${row} >= 0 && ${row} < ${to.height} && ${column} >= 0 && ${column} < ${to.width}) {
    let window = ${row} * ${to.width} + ${column};
    var at = window * ${to.channels * capacity} + image;
    var weight = ${parameters.kernelAt} + id.z * ${channels * filters};
${pool > 1 ? `    var place = window * ${filters * capacity} + image;` : ''}
    for (var quad = 0; quad < ${filters}; quad++) {
${gradients}
${sums.join('\n')}
      at += ${LANES * capacity};
${pool > 1 ? `      place += ${capacity};` : ''}
      weight += 1;
    }
  }`;
}

/** A window that reaches a block: counted from the one that the block's first pixel is the first pixel of. */
interface SeenWindow {
  readonly down: number;
  readonly across: number;
  readonly products: readonly Product[];
}

function windowsOn({ kernel: side, stride, pool }: Convolution, block: number): SeenWindow[] {
  /** In one direction: which pixel gets something from which place in which window by which tap. */
  const steps = range(block).flatMap((pixel) =>
    range(side)
      .filter((tap) => (pixel - tap) % stride === 0)
      .map((tap) => {
        const output = (pixel - tap) / stride;
        const window = Math.floor(output / pool);
        return { pixel, tap, window, place: output - window * pool };
      }),
  );
  const windows = [...new Set(steps.map(({ window }) => window))].sort((a, b) => a - b);
  const inWindow = (wanted: number) => steps.filter(({ window }) => window === wanted);
  const productsIn = (down: number, across: number): Product[] =>
    inWindow(down).flatMap((y) =>
      inWindow(across).map((x) => ({
        pixel: y.pixel * block + x.pixel,
        place: y.place * pool + x.place,
        tap: y.tap * side + x.tap,
      })),
    );
  return windows.flatMap((down) =>
    windows.map((across) => ({ down, across, products: productsIn(down, across) })),
  );
}
