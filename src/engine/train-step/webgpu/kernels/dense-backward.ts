import { divisor, each, type Kernel, kernel, range, read, sum, throughActivation, write } from '../kernel';
import { type Dense, LANES, vectors } from '../operations';
import { MOST_WORKGROUPS } from '../target';
import type { GradientUse } from './optimizer';
import { firstImage, four, gradientBuffer, rowsBuffer, type Site, valuesBuffer, workers } from './site';

/** Inputs whose gradients, or whose weights' gradients, an invocation computes. */
const INPUTS = { gradients: 8, weights: { hardware: 4, software: 8 } } as const;

/** Gradient by the inputs: of each the sum over the outputs, through the activation that made it. */
export function denseInputGradient({ target, slot }: Site, op: Dense): Kernel {
  const { from, to, parameters, index } = op;
  const { capacity, lanes, images } = target;
  const inputs = divisor(from.size, INPUTS.gradients);
  const outputs = vectors(to.channels);
  const missing = to.channels % LANES === 0 ? undefined : `${to.channels} - ${LANES} * quad`;
  const inWhole = from.isDense && inputs % LANES === 0;
  const blocks = from.size / inputs;
  const down = divisor(blocks, MOST_WORKGROUPS);
  const all = (line: (i: number, j: number) => string) =>
    range(inputs)
      .map((i) => each(images, (j) => line(i, j)))
      .join('\n');
  const y = (i: number, j: number) => `y[first + ${i * capacity + j * workers(target)}]`;
  return kernel(slot, {
    work: 'input-gradient',
    op,
    bindings: {
      gradient: read(gradientBuffer(index + 1)),
      w: read('parameters', 'vec4f'),
      ...(from.activation && { y: read(valuesBuffer(index)) }),
      result: write(gradientBuffer(index)),
      ...(from.isDense && { rows: write(rowsBuffer(index), inWhole ? 'vec4f' : 'f32') }),
    },
    workgroup: [workers(target), 1, 1],
    workgroups: [capacity / lanes, down, blocks / down],
    overImages: true,
    flops: 2 * from.size * to.channels,
    body: `
${firstImage(target)}
  let block = id.z * ${down} + id.y;
${all((i, j) => `  var s${i}_${j} = 0.0;`)}
  var at = image;
  var weight = ${parameters.kernelAt} + block * ${inputs * outputs};
  for (var quad = 0; quad < ${outputs}; quad++) {
${each(images, (j) => `    let d${j} = ${four('gradient', `at + ${j * workers(target)}`, capacity, missing)};`)}
${each(inputs, (i) => `    let w${i} = w[weight + ${i * outputs}];`)}
${all((i, j) => `    s${i}_${j} += dot(d${j}, w${i});`)}
    at += ${LANES * capacity};
    weight += 1;
  }
  let first = block * ${inputs * capacity} + image;
${all((i, j) => `  let g${i}_${j} = ${throughActivation(from.activation, `s${i}_${j}`, y(i, j))};`)}
${all((i, j) => `  result[first + ${i * capacity + j * workers(target)}] = g${i}_${j};`)}
${from.isDense ? each(images, (j) => storeRows(from.size, inputs, inWhole, j, `(image + ${j * workers(target)})`)) : ''}`,
  });
}

function storeRows(size: number, inputs: number, inWhole: boolean, j: number, image: string): string {
  const width = vectors(size);
  if (inWhole) {
    return each(inputs / LANES, (q) => {
      const parts = range(LANES).map((i) => `g${q * LANES + i}_${j}`);
      return `  rows[${image} * ${width} + block * ${inputs / LANES} + ${q}] = vec4f(${parts.join(', ')});`;
    });
  }
  return each(inputs, (i) => `  rows[${image} * ${width * LANES} + block * ${inputs} + ${i}] = g${i}_${j};`);
}

/** Gradient by the weights and the bias. Where it is at once used to change them, whoever reads the old ones has to be done. */
export function denseWeightGradient(
  { target, slot }: Site,
  op: Dense,
  { module, bindings }: GradientUse,
): Kernel {
  const { from, to, parameters, index } = op;
  const { capacity, invocations } = target;
  const outputs = vectors(to.channels);
  const inputs = divisor(from.size, target.barriers ? INPUTS.weights.hardware : INPUTS.weights.software);
  let across = 1;
  while (across < outputs && across < 16) across *= 2;
  const down = Math.max(1, invocations / across);
  const blocks = from.size / inputs;
  const imageVectors = capacity / LANES;
  return kernel(slot, {
    work: 'weight-gradient',
    op,
    bindings: {
      x: read(valuesBuffer(index), 'vec4f'),
      rows: read(rowsBuffer(index + 1), 'vec4f'),
      ...bindings,
    },
    workgroup: [across, down, 1],
    workgroups: [Math.ceil(outputs / across), Math.ceil(blocks / down), 1],
    overImages: false,
    flops: 2 * from.size * to.channels,
    module,
    body: `
  if (id.x >= ${outputs} || id.y >= ${blocks}) { return; }
${each(inputs, (i) => `  var s${i} = vec4f();`)}
  var bias = vec4f();
  var at = id.y * ${inputs * imageVectors};
  var row = id.x;
  for (var n = 0; n < slot.lanes; n += ${LANES}) {
${each(LANES, (i) => `    let d${i} = rows[row + ${i * outputs}];`)}
${each(inputs, (i) => `    let x${i} = x[at + ${i * imageVectors}];`)}
${each(inputs, (i) => `    s${i} += ${sum(range(LANES).map((j) => `x${i}[${j}] * d${j}`))};`)}
    bias += ${sum(range(LANES).map((j) => `d${j}`))};
    at += 1;
    row += ${LANES * outputs};
  }
  let first = ${parameters.kernelAt} + id.y * ${inputs * outputs} + id.x;
${each(inputs, (i) => `  learn(first + ${i * outputs}, s${i});`)}
  if (id.y == 0) { learn(${parameters.biasAt} + id.x, bias); }`,
  });
}
