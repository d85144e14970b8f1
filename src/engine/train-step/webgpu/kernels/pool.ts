import { float, type Kernel, kernel, range, read, sum, throughActivation, write } from '../kernel';
import type { Pooling } from '../operations';
import { gradientBuffer, type Site, valuesBuffer } from './site';

/** Pooling apart from a convolution: its windows may overlap or leave gaps. */
export function poolForward({ target, slot }: Site, op: Pooling): Kernel {
  const { index, from, to, side, stride } = op;
  const { capacity, lanes } = target;
  return kernel(slot, {
    work: 'forward',
    op,
    bindings: { x: read(valuesBuffer(index)), y: write(valuesBuffer(index + 1)) },
    workgroup: [lanes, 1, 1],
    workgroups: [capacity / lanes, to.height * to.width, to.channels],
    overImages: true,
    flops: to.size * side ** 2,
    body: `
  let row = id.y / ${to.width} * ${stride};
  let column = id.y % ${to.width} * ${stride};
  let at = ((row * ${from.width} + column) * ${from.channels} + id.z) * ${capacity} + id.x;
${pooled(op, capacity)}
  y[(id.y * ${to.channels} + id.z) * ${capacity} + id.x] = pooled;`,
  });
}

/** Side of the windows up to which they are written out. */
const MOST_UNROLLED = 4;

/** WGSL of what a window is pooled to. */
function pooled({ from, kind, side }: Pooling, capacity: number): string {
  const pixel = from.channels * capacity;
  const row = from.width * pixel;
  if (side <= MOST_UNROLLED) {
    const pixels = range(side * side).map(
      (i) => `x[at + ${Math.floor(i / side) * row + (i % side) * pixel}]`,
    );
    const max = () => pixels.reduce((most, next) => `max(${most}, ${next})`);
    return `  let pooled = ${kind === 'max-pool' ? max() : `(${sum(pixels)}) * ${float(1 / side ** 2)}`};`;
  }
  // Only the mean of all a map is taken of windows so large.
  return `  var pooled = 0.0;
  for (var i = 0; i < ${side}; i++) {
    for (var j = 0; j < ${side}; j++) { pooled += x[at + i * ${row} + j * ${pixel}]; }
  }
  pooled *= ${float(1 / side ** 2)};`;
}

/** Each pixel takes from the windows that it lies in; of a maximum only the first of equals does. */
export function poolBackward({ target, slot }: Site, op: Pooling): Kernel {
  const { index, from, to, kind, side, stride } = op;
  const { capacity, lanes } = target;
  const steps = range(Math.ceil(side / stride));
  const windows = steps.flatMap((down) => steps.map((across) => window(op, capacity, down, across)));
  return kernel(slot, {
    work: 'input-gradient',
    op,
    bindings: {
      gradient: read(gradientBuffer(index + 1)),
      ...((kind === 'max-pool' || from.activation) && { x: read(valuesBuffer(index)) }),
      result: write(gradientBuffer(index)),
    },
    workgroup: [lanes, 1, 1],
    workgroups: [capacity / lanes, from.height * from.width, from.channels],
    overImages: true,
    flops: to.size * side ** 2,
    body: `
  let row = id.y / ${from.width};
  let column = id.y % ${from.width};
  let own = (id.y * ${from.channels} + id.z) * ${capacity} + id.x;
${kind === 'max-pool' || from.activation ? '  let value = x[own];' : ''}
  var total = 0.0;
${windows.join('\n')}
  result[own] = ${throughActivation(from.activation, 'total', 'value')};`,
  });
}

/** WGSL of what a window gives a pixel: the last that it lies in, or one so many before it. */
function window({ from, to, kind, side, stride }: Pooling, capacity: number, down: number, across: number) {
  const lies = (name: string, i: number, size: number, own: string) =>
    `let ${name} = ${own} / ${stride} - ${i};
    let ${name}In = ${name} >= 0 && ${name} < ${size} && ${own} - ${name} * ${stride} < ${side};`;
  const head = `  {
    ${lies('top', down, to.height, 'row')}
    ${lies('left', across, to.width, 'column')}
    if (topIn && leftIn) {
      let share = gradient[((top * ${to.width} + left) * ${to.channels} + id.z) * ${capacity} + id.x];`;
  if (kind === 'avg-pool') return `${head}\n      total += share * ${float(1 / side ** 2)};\n    }\n  }`;
  // It is the first maximum where none before it has as much, and none behind it more.
  const beats = range(side * side).map((i) => {
    const [y, x] = [Math.floor(i / side), i % side];
    const other = `x[first + ${(y * from.width + x) * from.channels * capacity}]`;
    return `      beaten = beaten || select(${other} > value, ${other} >= value, ${i} < place);`;
  });
  return `${head}
      let first = ((top * ${from.width} + left) * ${stride * from.channels} + id.z) * ${capacity} + id.x;
      let place = (row - top * ${stride}) * ${side} + column - left * ${stride};
      var beaten = false;
${beats.join('\n')}
      total += select(share, 0.0, beaten);
    }
  }`;
}
