import { activated, divisor, each, type Kernel, kernel, range, read, sum, write } from '../kernel';
import { type Convolution, LANES, vectors } from '../operations';
import { firstImage, placesBuffer, type Site, valuesBuffer, workers } from './site';

/** Vectors of sums that an invocation keeps for each of its images. */
const SUMS = 8;

/** What an invocation computes of an image: neighbouring pixels of the maps, of so many vectors of filters. */
interface Block {
  readonly height: number;
  readonly width: number;
  readonly quads: number;
}

function blockOf({ pool, rows, columns, to }: Convolution): Block {
  const quads = (pixels: number) => divisor(vectors(to.channels), SUMS / pixels);
  if (pool > 1) return { height: pool, width: pool, quads: quads(pool * pool) };
  if (rows % 2 === 0 && columns % 2 === 0) return { height: 2, width: 2, quads: quads(4) };
  const width = divisor(columns, 5);
  return { height: 1, width, quads: quads(width) };
}

/** Name of a sum: by the pixel of the block, the vector of filters and the image. */
const s = (pixel: number, quad: number, image: number) => `s${pixel}_${quad}_${image}`;

/**
 * A convolution with bias, activation and max-pooling; where it pools, the place of each maximum is kept. Weights are
 * the same for all invocations of a workgroup, and each pixel that is read is used for all sums that need it.
 */
export function convForward(site: Site, op: Convolution): Kernel {
  const { target, slot } = site;
  const { from, to, kernel: side, stride, above, before, padded, pool, parameters } = op;
  const { capacity, images } = target;
  const filters = vectors(to.channels);
  const block = blockOf(op);
  const across = Math.floor(op.columns / block.width);
  const down = Math.floor(op.rows / block.height);
  const all = (line: (name: string) => string) =>
    range(block.height * block.width)
      .flatMap((pixel) => range(block.quads).map((q) => each(images, (j) => line(s(pixel, q, j)))))
      .join('\n');
  const inside = (name: string, length: number, start: string, limit: number) =>
    each(
      (length - 1) * stride + side,
      (i) => `  let ${name}${i} = ${start} + ${i} >= 0 && ${start} + ${i} < ${limit};`,
    );
  return kernel(slot, {
    work: 'forward',
    op,
    bindings: {
      x: read(valuesBuffer(op.index)),
      w: read('parameters', 'vec4f'),
      y: write(valuesBuffer(op.index + 1)),
      ...(pool > 1 && { places: write(placesBuffer(op.index), 'u32') }),
    },
    workgroup: [workers(target), 1, 1],
    workgroups: [capacity / target.lanes, across * down, filters / block.quads],
    overImages: true,
    flops: 2 * op.rows * op.columns * side * side * from.channels * to.channels,
    body: `
${firstImage(target)}
  let row = id.y / ${across} * ${block.height};
  let column = id.y % ${across} * ${block.width};
  let top = row * ${stride} - ${above};
  let left = column * ${stride} - ${before};
${padded ? `${inside('r', block.height, 'top', from.height)}\n${inside('c', block.width, 'left', from.width)}` : ''}
  var at = (top * ${from.width} + left) * ${from.channels * capacity} + image;
  var weight = ${parameters.kernelAt} + id.z * ${block.quads};
${all((name) => `  var ${name} = vec4f();`)}
  for (var c = 0; c < ${from.channels}; c++) {
${range(side)
  .map((ky) => products(site, op, block, ky))
  .join('\n')}
    at += ${capacity};
    weight += ${filters};
  }
${range(block.quads)
  .map(
    (q) => `  let bias${q} = w[${parameters.biasAt} + id.z * ${block.quads} + ${q}];
${each(images, (j) => (pool > 1 ? pooled(site, op, block, q, j) : unpooled(site, op, block, q, j)))}`,
  )
  .join('\n')}`,
  });
}

/** The products with one row of the kernel, `ky`; what rows before it have read is not read again. */
function products({ target }: Site, op: Convolution, { height, width, quads }: Block, ky: number): string {
  const { kernel: side, stride, from, padded } = op;
  const { capacity, images } = target;
  const filters = vectors(op.to.channels);
  const wasRead = (r: number) => range(height).some((i) => range(ky).some((k) => i * stride + k === r));
  const rows = range(height)
    .map((i) => i * stride + ky)
    .filter((r) => !wasRead(r));
  const columns = [...new Set(range(width).flatMap((i) => range(side).map((kx) => i * stride + kx)))];
  const loads = rows.flatMap((r) =>
    columns.map((c) =>
      each(images, (j) => {
        const value = `x[at + ${(r * from.width + c) * from.channels * capacity + j * workers(target)}]`;
        return `    let x${r}_${c}_${j} = ${padded ? `select(0.0, ${value}, r${r} && c${c})` : value};`;
      }),
    ),
  );
  const weights = range(side).map((kx) =>
    each(
      quads,
      (q) => `    let w${ky}_${kx}_${q} = w[weight + ${(ky * side + kx) * from.channels * filters + q}];`,
    ),
  );
  const sums = range(height * width).flatMap((pixel) => {
    const [y, x] = [Math.floor(pixel / width) * stride + ky, (pixel % width) * stride];
    return range(quads).map((q) =>
      each(images, (j) => {
        const terms = range(side).map((kx) => `w${ky}_${kx}_${q} * x${y}_${x + kx}_${j}`);
        return `    ${s(pixel, q, j)} += ${sum(terms)};`;
      }),
    );
  });
  return [...loads, ...weights, ...sums].join('\n');
}

/** WGSL that stores a vector of filters' values of one pixel. */
function stored(
  { target }: Site,
  { to }: Convolution,
  quad: string,
  pixel: string,
  image: number,
  value: string,
) {
  const { capacity } = target;
  const whole = to.channels % LANES === 0;
  return `    let first = ((${pixel}) * ${to.channels} + (${quad}) * ${LANES}) * ${capacity} + image + ${image * workers(target)};
${each(LANES, (i) => {
  const store = `y[first + ${i * capacity}] = ${value}[${i}];`;
  return whole || i === 0
    ? `    ${store}`
    : `    if ((${quad}) * ${LANES} + ${i} < ${to.channels}) { ${store} }`;
})}`;
}

function unpooled(site: Site, op: Convolution, block: Block, q: number, j: number): string {
  return each(block.height * block.width, (pixel) => {
    const at = `(row + ${Math.floor(pixel / block.width)}) * ${op.columns} + column + ${pixel % block.width}`;
    return `  {
    let value = ${activated(op.to.activation, `(${s(pixel, q, j)} + bias${q})`, 'vec4f')};
${stored(site, op, `id.z * ${block.quads} + ${q}`, at, j, 'value')}
  }`;
  });
}

/** The first of equals is the maximum; a bias is the same for all, and an activation keeps their order. */
function pooled(site: Site, op: Convolution, block: Block, q: number, j: number): string {
  const { capacity } = site.target;
  const quad = `id.z * ${block.quads} + ${q}`;
  return `  {
    var most = ${s(0, q, j)};
    var place = vec4u();
${each(op.pool ** 2 - 1, (i) => {
  const other = s(i + 1, q, j);
  return `    place = select(place, vec4u(${i + 1}u), ${other} > most);
    most = select(most, ${other}, ${other} > most);`;
})}
    let value = ${activated(op.to.activation, `(most + bias${q})`, 'vec4f')};
${stored(site, op, quad, 'id.y', j, 'value')}
    places[(id.y * ${vectors(op.to.channels)} + ${quad}) * ${capacity} + image + ${j * workers(site.target)}] =
      place.x | (place.y << 8u) | (place.z << 16u) | (place.w << 24u);
  }`;
}
