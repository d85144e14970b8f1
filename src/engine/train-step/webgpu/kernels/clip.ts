import { float, type Kernel, kernel, read, write } from '../kernel';
import { LANES } from '../operations';
import type { GradientUse } from './optimizer';
import type { Site } from './site';

/** Sums that the squares of a gradient are added up to by as many invocations; whoever uses the norm adds up these. */
export const NORM_SUMS = 256;

/** Sums of the squares of the whole gradient, always in the same order. */
export const gradientSquares = ({ target: { invocations }, slot }: Site, vectorsOfAll: number): Kernel =>
  kernel(slot, {
    work: 'norm',
    bindings: { gradients: read('gradients', 'vec4f'), squares: write('squares') },
    workgroup: [invocations, 1, 1],
    workgroups: [NORM_SUMS / invocations, 1, 1],
    overImages: false,
    flops: 0,
    body: `
  var total = vec4f();
  for (var at = id.x; at < ${vectorsOfAll}; at += ${NORM_SUMS}) { total += gradients[at] * gradients[at]; }
  squares[id.x] = dot(total, vec4f(1.0));`,
  });

/** The optimizer's step with the gradient, made at most `clipNorm` long. */
export const clippedUpdate = (
  { target: { invocations }, slot }: Site,
  clipNorm: number,
  { module, bindings }: GradientUse,
  vectorsOfAll: number,
): Kernel =>
  kernel(slot, {
    work: 'optimizer',
    bindings: { gradients: read('gradients', 'vec4f'), squares: read('squares', 'vec4f'), ...bindings },
    workgroup: [invocations, 1, 1],
    workgroups: [Math.ceil(vectorsOfAll / invocations), 1, 1],
    overImages: false,
    flops: 0,
    module,
    body: `
  if (id.x >= ${vectorsOfAll}) { return; }
  var total = vec4f();
  for (var i = 0; i < ${NORM_SUMS / LANES}; i++) { total += squares[i]; }
  let norm = sqrt(dot(total, vec4f(1.0)));
  learn(id.x, ${float(clipNorm)} / max(norm, ${float(clipNorm)}) * gradients[id.x]);`,
  });
