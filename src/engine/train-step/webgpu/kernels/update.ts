import { type Kernel, kernel, read, write } from '../kernel';
import type { Parameters } from '../operations';
import type { GradientUse } from './optimizer';
import type { Site } from './site';

/** Where the partial sums of a layer lie. */
export interface Partials {
  readonly parameters: Parameters;
  /** Vectors in front of the first. */
  readonly at: number;
  readonly sums: number;
}

/**
 * After the gradients: adds the partial sums of the convolutions', always in the same order, does with them what is done
 * with gradients, and adds up what the images of the batch gave.
 * @param partials - of all convolutions, whose parameters come first of all
 */
export function update(
  { target, slot }: Site,
  partials: readonly Partials[],
  { module, bindings }: GradientUse,
): Kernel {
  const count = partials.at(-1)?.parameters.end ?? 0;
  const { invocations } = target;
  const layers = partials.map(
    ({ parameters: { kernelAt, end }, at, sums }) => `  if (id.x >= ${kernelAt} && id.x < ${end}) {
    var total = vec4f();
    for (var i = 0; i < ${sums}; i++) { total += partials[${at - kernelAt} + id.x + i * ${end - kernelAt}]; }
    learn(id.x, total);
  }`,
  );
  const learns = partials.length > 0;
  return kernel(slot, {
    work: 'update',
    bindings: {
      losses: read('losses', 'vec4f'),
      results: write('results'),
      ...(learns && {
        partials: read('partials', 'vec4f'),
        ...bindings,
      }),
    },
    workgroup: [invocations, 1, 1],
    workgroups: [Math.ceil((count + 1) / invocations), 1, 1],
    overImages: false,
    flops: 0,
    module: learns ? module : '',
    body: `${layers.join('\n')}
  if (id.x == ${count}) {
    // Loss and right reading of two images each.
    var total = vec4f();
    for (var i = 0; i < slot.lanes / 2; i++) { total += losses[i]; }
    results[2u * slot.result] = (total.x + total.z) * slot.scale;
    results[2u * slot.result + 1u] = (total.y + total.w) * slot.scale;
  }`,
  });
}

/** Leaves 1 in the flag where a parameter is no finite number: by its bits, which no compiler explains away. */
export const findNonFinite = ({ target: { invocations }, slot }: Site, vectorsOfAll: number): Kernel =>
  kernel(slot, {
    work: 'update',
    bindings: { parameters: read('parameters', 'vec4f'), flag: write('flag', 'atomic<u32>') },
    workgroup: [invocations, 1, 1],
    workgroups: [Math.ceil(vectorsOfAll / invocations), 1, 1],
    overImages: false,
    flops: 0,
    body: `
  if (id.x >= ${vectorsOfAll}) { return; }
  let exponents = bitcast<vec4u>(parameters[id.x]) & vec4u(0x7f800000u);
  if (any(exponents == vec4u(0x7f800000u))) { atomicStore(&flag[0], 1u); }`,
  });
