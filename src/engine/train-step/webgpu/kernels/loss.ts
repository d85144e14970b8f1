import { each, float, type Kernel, kernel, range, read, sum, write } from '../kernel';
import { type Dense, LANES, vectors } from '../operations';
import { weightedSums } from './dense-forward';
import { gradientBuffer, rowsBuffer, type Site, valuesBuffer, workers } from './site';

/**
 * The last layer with softmax cross-entropy and its gradient, (softmax − target) / images of the batch, with target
 * (1 − s)·one-hot + s/classes; and of each image its loss and whether it was read right: the first of equals is what is read.
 */
export function denseWithLoss(site: Site, op: Dense, smoothing: number): Kernel {
  const { target, slot } = site;
  const { capacity, lanes, images } = target;
  const classes = op.to.size;
  const { module, body, splits } = weightedSums(site, op, vectors(classes), '0');
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
    flops: 2 * op.from.size * classes,
    module,
    body: `${body}
${each(images, (j) => lossOf(j, `(image + ${j * workers(target)})`, capacity, { classes, smoothing }))}`,
  });
}

/** WGSL from the logits of one image to its loss and gradient. */
function lossOf(
  j: number,
  image: string,
  capacity: number,
  { classes, smoothing }: { readonly classes: number; readonly smoothing: number },
): string {
  const quads = vectors(classes);
  const part = (name: string, i: number) =>
    `${name}${Math.floor(i / LANES)}${name === 's' ? `_${j}` : ''}[${i % LANES}]`;
  const logit = (i: number) => part('s', i);
  const labels = range(classes);
  const readings = labels.slice(1).map(
    (i) => `  if (${logit(i)} > most) { most = ${logit(i)}; reading = ${i}; }
  own = select(own, ${logit(i)}, label == ${i});`,
  );
  const gradients = labels.map((i) => {
    const wanted = `select(${float(smoothing / classes)}, ${float(1 - smoothing + smoothing / classes)}, label == ${i})`;
    return `  let d${i} = (${part('e', i)} / total - ${wanted}) * scale;
  gradient[${i * capacity} + n] = d${i};`;
  });
  const rows = range(quads).map((q) => {
    const four = range(LANES).map((i) => (q * LANES + i < classes ? `d${q * LANES + i}` : '0.0'));
    return `  rows[n * ${quads} + ${q}] = vec4f(${four.join(', ')});`;
  });
  return `  {
  let n = ${image};
  let counts = n < slot.count;
  let label = i32(labels[slot.positions[n / ${LANES}][n % ${LANES}]]);
  var most = ${logit(0)};
  var reading = 0;
  var own = ${logit(0)};
${readings.join('\n')}
${each(quads, (q) => `  let e${q} = exp(s${q}_${j} - most);`)}
  let total = ${sum(labels.map((i) => part('e', i)))};
  let scale = select(0.0, slot.scale, counts);
${gradients.join('\n')}
${rows.join('\n')}
  let all = ${sum(labels.map(logit))};
  let loss = log(total) + most - ${float(1 - smoothing)} * own - ${float(smoothing / classes)} * all;
  losses[2 * n] = select(0.0, loss, counts);
  losses[2 * n + 1] = select(0.0, 1.0, counts && reading == label);
  }`;
}
