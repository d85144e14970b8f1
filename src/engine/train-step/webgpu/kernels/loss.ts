import { CLASSES } from '../../../../model/network';
import { each, float, type Kernel, kernel, range, read, sum, write } from '../kernel';
import { type Dense, LANES, vectors } from '../operations';
import { weightedSums } from './dense-forward';
import { gradientBuffer, rowsBuffer, type Site, valuesBuffer, workers } from './site';

const QUADS = vectors(CLASSES);

/**
 * The last layer with softmax cross-entropy and its gradient, (softmax − target) / images of the batch, with target
 * (1 − s)·one-hot + s/10; and of each image its loss and whether it was read right: the first of equals is what is read.
 */
export function denseWithLoss(site: Site, op: Dense, smoothing: number): Kernel {
  const { target, slot } = site;
  const { capacity, lanes, images } = target;
  const { module, body, splits } = weightedSums(site, op, QUADS, '0');
  return kernel(slot, {
    work: 'loss',
    op,
    bindings: {
      x: read(valuesBuffer(op.index)),
      w: read('parameters', 'vec4f'),
      labels: read('labels', 'u32'),
      gradient: write(gradientBuffer(op.index + 1)),
      rows: write(rowsBuffer(op.index + 1), 'vec4f'),
      losses: write('losses'),
    },
    workgroup: [workers(target), splits, 1],
    workgroups: [capacity / lanes, 1, 1],
    overImages: true,
    flops: 2 * op.from.size * CLASSES,
    module,
    body: `${body}
${each(images, (j) => lossOf(j, `(image + ${j * workers(target)})`, capacity, smoothing))}`,
  });
}

/** WGSL from the logits of one image to its loss and gradient. */
function lossOf(j: number, image: string, capacity: number, smoothing: number): string {
  const part = (name: string, i: number) =>
    `${name}${Math.floor(i / LANES)}${name === 's' ? `_${j}` : ''}[${i % LANES}]`;
  const logit = (i: number) => part('s', i);
  const classes = range(CLASSES);
  const readings = classes.slice(1).map(
    (i) => `  if (${logit(i)} > most) { most = ${logit(i)}; reading = ${i}; }
  own = select(own, ${logit(i)}, label == ${i});`,
  );
  const gradients = classes.map((i) => {
    const wanted = `select(${float(smoothing / CLASSES)}, ${float(1 - smoothing + smoothing / CLASSES)}, label == ${i})`;
    return `  let d${i} = (${part('e', i)} / total - ${wanted}) * scale;
  gradient[${i * capacity} + n] = d${i};`;
  });
  const rows = range(QUADS).map((q) => {
    const four = range(LANES).map((i) => (q * LANES + i < CLASSES ? `d${q * LANES + i}` : '0.0'));
    return `  rows[n * ${QUADS} + ${q}] = vec4f(${four.join(', ')});`;
  });
  return `  {
  let n = ${image};
  let counts = n < slot.count;
  let label = i32(labels[slot.positions[n / ${LANES}][n % ${LANES}]]);
  var most = ${logit(0)};
  var reading = 0;
  var own = ${logit(0)};
${readings.join('\n')}
${each(QUADS, (q) => `  let e${q} = exp(s${q}_${j} - most);`)}
  let total = ${sum(classes.map((i) => part('e', i)))};
  let scale = select(0.0, slot.scale, counts);
${gradients.join('\n')}
${rows.join('\n')}
  let all = ${sum(classes.map(logit))};
  let loss = log(total) + most - ${float(1 - smoothing)} * own - ${float(smoothing / CLASSES)} * all;
  losses[2 * n] = select(0.0, loss, counts);
  losses[2 * n + 1] = select(0.0, 1.0, counts && reading == label);
  }`;
}
