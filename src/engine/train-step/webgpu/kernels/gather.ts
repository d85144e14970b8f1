import { INPUT_SIZE } from '../../../../model/network';
import { each, type Kernel, kernel, read, write } from '../kernel';
import { LANES } from '../operations';
import { type Site, valuesBuffer } from './site';

/** Images are bytes, four a word. */
const WORDS = INPUT_SIZE / LANES;

/** The images of the batch, 0 to 1, each pixel's beside each other; zeros where there are no more. */
export const gather = ({ target, slot }: Site): Kernel =>
  kernel(slot, {
    work: 'gather',
    bindings: { images: read('images', 'u32'), x: write(valuesBuffer(0)) },
    workgroup: [target.lanes, 1, 1],
    workgroups: [target.capacity / target.lanes, WORDS, 1],
    overImages: true,
    flops: 0,
    body: `
  let position = i32(slot.positions[id.x / ${LANES}][id.x % ${LANES}]);
  let pixels = unpack4x8unorm(images[position * ${WORDS} + id.y]);
  let inked = select(vec4f(), pixels, id.x < slot.count);
  let to = id.y * ${LANES * target.capacity} + id.x;
${each(LANES, (i) => `  x[to + ${i * target.capacity}] = inked[${i}];`)}`,
  });
