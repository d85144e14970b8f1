import { STREAMS } from '../../../../model/random';
import { DROPOUTS_A_STEP } from '../../dropout-mask';
import { each, float, type Kernel, kernel, read, throughActivation, write } from '../kernel';
import { type Dropout, LANES, vectors } from '../operations';
import { gradientBuffer, rowsBuffer, type Site, valuesBuffer } from './site';

/** Threefry-2x32's own numbers: those of src/model/random.ts, to whose stream this has to be equal. */
const PARITY = '0x1bd11bdau';
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const GROUPS = 5;
/** A uniform number is the upper bits of a word. */
const UNIFORM_BITS = 24;

/**
 * WGSL of `kept(value)`: what the value of this number, over the images of the batch, is multiplied by: the same as
 * dropoutMask in ../../dropout-mask.ts.
 */
function mask({ percent, number }: Dropout, seed: number): string {
  const share = percent / 100;
  const keys = [
    `${seed >>> 0}u`,
    `${STREAMS.dropout}u`,
    `(${PARITY} ^ ${seed >>> 0}u ^ ${STREAMS.dropout}u)`,
  ];
  const groups = each(
    GROUPS,
    (group) => `${each(4, (i) => {
      const bits = ROTATIONS[((group & 1) * 4 + i) as 0];
      return `  x += y; y = ((y << ${bits}u) | (y >> ${32 - bits}u)) ^ x;`;
    })}
  x += ${keys[(group + 1) % 3]}; y += ${keys[(group + 2) % 3]} + ${group + 1}u;`,
  );
  return `fn kept(value: i32) -> f32 {
  var x = u32(value / 2) + ${keys[0]};
  var y = slot.step * ${DROPOUTS_A_STEP}u + ${number}u + ${keys[1]};
${groups}
  let word = select(y, x, value % 2 == 0);
  return select(${float(1 / (1 - share))}, 0.0, (word >> ${32 - UNIFORM_BITS}u) < ${Math.ceil(share * 2 ** UNIFORM_BITS)}u);
}`;
}

/** In training; while reading it is left out. */
export const dropoutForward = ({ target, slot }: Site, op: Dropout, seed: number): Kernel =>
  kernel(slot, {
    work: 'forward',
    op,
    bindings: { x: read(valuesBuffer(op.index)), y: write(valuesBuffer(op.index + 1)) },
    ...overValues(target, op),
    module: mask(op, seed),
    body: `
  let value = id.y * ${op.from.channels} + id.z;
  let own = value * ${target.capacity} + id.x;
  y[own] = x[own] * kept(id.x * ${op.from.size} + value);`,
  });

export const dropoutBackward = ({ target, slot }: Site, op: Dropout, seed: number): Kernel =>
  kernel(slot, {
    work: 'input-gradient',
    op,
    bindings: {
      gradient: read(gradientBuffer(op.index + 1)),
      ...(op.from.activation && { y: read(valuesBuffer(op.index)) }),
      result: write(gradientBuffer(op.index)),
      ...(op.from.isDense && { rows: write(rowsBuffer(op.index)) }),
    },
    ...overValues(target, op),
    module: mask(op, seed),
    body: `
  let value = id.y * ${op.from.channels} + id.z;
  let own = value * ${target.capacity} + id.x;
  let total = gradient[own] * kept(id.x * ${op.from.size} + value);
  let through = ${throughActivation(op.from.activation, 'total', 'y[own]')};
  result[own] = through;
${op.from.isDense ? `  rows[id.x * ${vectors(op.from.size) * LANES} + value] = through;` : ''}`,
  });

const overValues = ({ capacity, lanes }: Site['target'], { from }: Dropout) =>
  ({
    workgroup: [lanes, 1, 1],
    workgroups: [capacity / lanes, from.height * from.width, from.channels],
    overImages: true,
    flops: from.size,
  }) as const;
