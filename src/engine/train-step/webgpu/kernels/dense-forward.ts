import { activated, divisor, each, type Kernel, kernel, range, read, sum, write } from '../kernel';
import { type Dense, LANES, vectors } from '../operations';
import { MOST_INVOCATIONS, MOST_SHARED_BYTES, type Target } from '../target';
import { firstImage, type Site, valuesBuffer, workers } from './site';

/** Vectors of outputs that an invocation computes. */
const SUMS = 2;
const VECTOR_BYTES = 16;
/** Inputs that are multiplied in one turn of the loop. */
const TURN = 4;
const MOST_SPLITS = 4;
/** Inputs that one invocation should have at least. */
const WORTH_SHARING = 32;

/** A dense layer's weighted sums with bias and activation: the inputs are shared out where that may be waited for. */
export function denseForward(site: Site, op: Dense): Kernel {
  const { target, slot } = site;
  const { to } = op;
  const { capacity, lanes, images } = target;
  const outputs = vectors(to.channels);
  const quads = divisor(outputs, SUMS);
  const { module, body, splits } = weightedSums(site, op, quads, `id.z * ${quads}`);
  const store = (q: number, j: number) =>
    each(LANES, (i) => {
      const place = `(id.z * ${quads} + ${q}) * ${LANES} + ${i}`;
      const line = `y[(${place}) * ${capacity} + image + ${j * workers(target)}] = y${q}_${j}[${i}];`;
      return i === 0 || to.channels % LANES === 0
        ? `  ${line}`
        : `  if (${place} < ${to.channels}) { ${line} }`;
    });
  const ends = range(quads).flatMap((q) =>
    range(images).map(
      (j) => `  let y${q}_${j} = ${activated(to.activation, `s${q}_${j}`, 'vec4f')};
${store(q, j)}`,
    ),
  );
  return kernel(slot, {
    work: 'forward',
    op,
    bindings: {
      x: read(valuesBuffer(op.index)),
      w: read('parameters', 'vec4f'),
      y: write(valuesBuffer(op.index + 1)),
    },
    workgroup: [workers(target), splits, 1],
    workgroups: [capacity / lanes, 1, outputs / quads],
    overImages: true,
    flops: 2 * op.from.size * to.channels,
    module,
    body: `${body}
${ends.join('\n')}`,
  });
}

/**
 * WGSL that leaves the sums with their bias in `s0_0`, `s0_1`, ..., a vector of outputs and an image each, of the
 * invocations that go on.
 * @param first - number of the first vector of outputs
 */
export function weightedSums({ target }: Site, op: Dense, quads: number, first: string) {
  const { from, to, parameters } = op;
  const { capacity, images } = target;
  const outputs = vectors(to.channels);
  const splits = splitsOf(target, op, quads);
  const share = Math.ceil(from.size / splits / TURN) * TURN;
  const turns = Math.floor(from.size / TURN);
  const rest = from.size % TURN;
  const all = (line: (q: number, j: number) => string) =>
    range(quads)
      .map((q) => each(images, (j) => line(q, j)))
      .join('\n');
  const turn = (count: number) => `
${each(count, (t) => each(quads, (q) => `    let w${t}_${q} = w[weight + ${t * outputs + q}];`))}
${each(count, (t) => each(images, (j) => `    let x${t}_${j} = x[at + ${t * capacity + j * workers(target)}];`))}
${all((q, j) => `    s${q}_${j} += ${sum(range(count).map((t) => `w${t}_${q} * x${t}_${j}`))};`)}`;
  // The last share may be shorter, and ends with what is no whole turn.
  const end = splits === 1 ? `${turns}` : `min(${share / TURN}, ${turns} - local.y * ${share / TURN})`;
  const body = `
${firstImage(target)}
  var at = local.y * ${share * capacity} + image;
  var weight = ${parameters.kernelAt} + local.y * ${share * outputs} + ${first};
${all((q, j) => `  var s${q}_${j} = vec4f();`)}
  for (var turn = 0; turn < ${end}; turn++) {${turn(TURN)}
    at += ${TURN * capacity};
    weight += ${TURN * outputs};
  }
${rest > 0 ? `  if (local.y == ${splits - 1}) {${turn(rest)}\n  }` : ''}
${splits > 1 ? gathered(splits, quads, target) : ''}
${all((q, j) => `  s${q}_${j} += w[${parameters.biasAt} + ${first} + ${q}];`)}`;
  const module =
    splits > 1 ? `var<workgroup> shares: array<vec4f, ${(splits - 1) * quads * target.lanes}>;` : '';
  return { module, body, splits };
}

/** Invocations that share out the inputs of one output. */
function splitsOf({ barriers, lanes }: Target, { from }: Dense, quads: number): number {
  if (!barriers) return 1;
  const most = Math.min(MOST_INVOCATIONS / lanes, MOST_SHARED_BYTES / (lanes * quads * VECTOR_BYTES));
  return Math.max(1, Math.min(MOST_SPLITS, Math.floor(most), Math.ceil(from.size / WORTH_SHARING)));
}

/** The first invocation of each image adds what the others have, in their order. */
function gathered(splits: number, quads: number, { lanes }: Target): string {
  const at = (split: string, q: number) => `shares[(${split} * ${quads} + ${q}) * ${lanes} + local.x]`;
  return `
  if (local.y > 0) {
${each(quads, (q) => `    ${at('(local.y - 1)', q)} = s${q}_0;`)}
  }
  workgroupBarrier();
  if (local.y > 0) { return; }
${range(splits - 1)
  .map((split) => each(quads, (q) => `  s${q}_0 += ${at(`${split}`, q)};`))
  .join('\n')}`;
}
