import { INPUT_SIZE } from '../../../model/network';
import type { Settings } from '../../../model/settings';
import type { NetworkPlan } from '../../../model/shapes';
import type { Kernel } from './kernel';
import { convForward } from './kernels/conv-forward';
import { convInputGradient } from './kernels/conv-input-gradient';
import { convWeightGradient } from './kernels/conv-weight-gradient';
import { denseInputGradient, denseWeightGradient } from './kernels/dense-backward';
import { denseForward } from './kernels/dense-forward';
import { dropoutBackward, dropoutForward } from './kernels/dropout';
import { gather } from './kernels/gather';
import { gradientShares } from './kernels/gradient-shares';
import { denseWithLoss } from './kernels/loss';
import { stateVectors } from './kernels/optimizer';
import { poolBackward, poolForward } from './kernels/pool';
import { gradientBuffer, placesBuffer, rowsBuffer, type Site, valuesBuffer } from './kernels/site';
import { findNonFinite, type Partials, update } from './kernels/update';
import { type Dense, LANES, type Operation, operationsOf, parameterVectors, vectors } from './operations';
import { MOST_STEPS_A_SUBMIT, slotStruct } from './slot';
import type { Target } from './target';

export type ProgramSettings = Pick<
  Settings,
  'activation' | 'optimizer' | 'momentum' | 'labelSmoothing' | 'seed'
>;

/** All kernels of a network in the order in which they run, and the buffers that they share. */
export interface Program {
  readonly operations: readonly Operation[];
  /** From the images to the logits. */
  readonly forward: readonly Kernel[];
  /** A whole step. */
  readonly training: readonly Kernel[];
  readonly finite: Kernel;
  /** Bytes by name, of all buffers but those of the images. */
  readonly buffers: ReadonlyMap<string, number>;
  /** While reading, the values behind a dropout layer are those in front of it. */
  readonly aliases: ReadonlyMap<string, string>;
}

const FLOAT_BYTES = 4;
const VECTOR_BYTES = LANES * FLOAT_BYTES;

export function programFor(network: NetworkPlan, settings: ProgramSettings, target: Target): Program {
  const site: Site = { target, slot: slotStruct(target.capacity) };
  const operations = operationsOf(network, settings.activation);
  const last = operations.at(-1) as Dense;
  const all = parameterVectors(operations);
  const inner = operations.slice(0, -1);
  const readers = [
    gather(site),
    ...inner.filter(({ kind }) => kind !== 'dropout').map((op) => forward(site, op, settings)),
  ];
  const { kernels: backwards, partials } = backward(site, operations, settings, all);
  const training = [
    gather(site),
    ...inner.map((op) => forward(site, op, settings)),
    denseWithLoss(site, last, settings.labelSmoothing),
    ...backwards,
    update(site, partials, settings, all),
  ];
  return {
    operations,
    forward: [...readers, denseForward(site, last)],
    training,
    finite: findNonFinite(site, all),
    buffers: buffersOf(operations, target, partials, stateVectors(settings.optimizer)),
    aliases: aliasesOf(operations),
  };
}

function forward(site: Site, op: Operation, { seed }: ProgramSettings): Kernel {
  switch (op.kind) {
    case 'conv':
      return convForward(site, op);
    case 'dense':
      return denseForward(site, op);
    case 'max-pool':
    case 'avg-pool':
      return poolForward(site, op);
    case 'dropout':
      return dropoutForward(site, op, seed);
    default:
      return op satisfies never;
  }
}

/** From the loss back to the first layer that learns. An operation reads its weights before they are changed. */
function backward(site: Site, operations: readonly Operation[], settings: ProgramSettings, all: number) {
  const kernels: Kernel[] = [];
  const partials: Partials[] = [];
  let at = 0;
  for (const op of operations) {
    if (op.kind !== 'conv') continue;
    const shares = gradientShares(site.target, op);
    partials.push({ parameters: op.parameters, at, sums: shares.sums });
    at += shares.sums * shares.vectors;
  }
  for (const op of operations.toReversed()) {
    if (op.handsOn) kernels.push(inputGradient(site, op, settings));
    if (op.kind === 'dense') kernels.push(denseWeightGradient(site, op, settings, all));
    if (op.kind === 'conv') {
      const own = partials.find(({ parameters }) => parameters === op.parameters) as Partials;
      kernels.push(convWeightGradient(site, op, own.at));
    }
  }
  return { kernels, partials };
}

function inputGradient(site: Site, op: Operation, { seed }: ProgramSettings): Kernel {
  switch (op.kind) {
    case 'conv':
      return convInputGradient(site, op);
    case 'dense':
      return denseInputGradient(site, op);
    case 'max-pool':
    case 'avg-pool':
      return poolBackward(site, op);
    case 'dropout':
      return dropoutBackward(site, op, seed);
    default:
      return op satisfies never;
  }
}

function buffersOf(
  operations: readonly Operation[],
  { capacity }: Target,
  partials: readonly Partials[],
  state: number,
): Map<string, number> {
  const all = parameterVectors(operations);
  const partialVectors = partials.reduce(
    (sum, { parameters, sums }) => sum + sums * (parameters.end - parameters.kernelAt),
    0,
  );
  const buffers = new Map([
    ['parameters', all * VECTOR_BYTES],
    ['state', state * all * VECTOR_BYTES],
    ['partials', partialVectors * VECTOR_BYTES],
    ['losses', 2 * capacity * FLOAT_BYTES],
    ['results', 2 * MOST_STEPS_A_SUBMIT * FLOAT_BYTES],
    ['flag', FLOAT_BYTES],
    [valuesBuffer(0), INPUT_SIZE * capacity * FLOAT_BYTES],
  ]);
  for (const op of operations) {
    const { index, to } = op;
    const values = to.size * capacity * FLOAT_BYTES;
    buffers.set(valuesBuffer(index + 1), values);
    buffers.set(gradientBuffer(index + 1), values);
    if (to.isDense) buffers.set(rowsBuffer(index + 1), vectors(to.size) * capacity * VECTOR_BYTES);
    if (op.kind === 'conv' && op.pool > 1) {
      buffers.set(placesBuffer(index), to.height * to.width * vectors(to.channels) * capacity * FLOAT_BYTES);
    }
  }
  for (const [name, bytes] of buffers) if (bytes === 0) buffers.delete(name);
  return buffers;
}

/** What `name` stands for while reading: values that a dropout layer makes are those that it reads. */
function aliasesOf(operations: readonly Operation[]): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const { kind, index } of operations) {
    if (kind !== 'dropout') continue;
    const from = valuesBuffer(index);
    aliases.set(valuesBuffer(index + 1), aliases.get(from) ?? from);
  }
  return aliases;
}
