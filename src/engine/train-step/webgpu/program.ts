import { INPUT_SIZE } from '../../../model/network';
import type { OptimizerSettings, Settings } from '../../../model/settings';
import type { NetworkPlan } from '../../../model/shapes';
import { STATE_VECTORS } from '../../../model/step-state';
import type { Kernel } from './kernel';
import { clippedUpdate, gradientSquares, NORM_SUMS } from './kernels/clip';
import { convForward } from './kernels/conv-forward';
import { convInputGradient } from './kernels/conv-input-gradient';
import { convWeightGradient } from './kernels/conv-weight-gradient';
import { denseInputGradient, denseWeightGradient } from './kernels/dense-backward';
import { denseForward } from './kernels/dense-forward';
import { dropoutBackward, dropoutForward } from './kernels/dropout';
import { gather } from './kernels/gather';
import { gradientShares } from './kernels/gradient-shares';
import { denseWithLoss } from './kernels/loss';
import { type GradientUse, keeping, optimizing } from './kernels/optimizer';
import { poolBackward, poolForward } from './kernels/pool';
import { gradientBuffer, placesBuffer, rowsBuffer, type Site, valuesBuffer } from './kernels/site';
import { findNonFinite, type Partials, update } from './kernels/update';
import { type Dense, LANES, type Operation, operationsOf, parameterVectors, vectors } from './operations';
import { MOST_STEPS_A_SUBMIT, slotStruct } from './slot';
import type { Target } from './target';

export type ProgramSettings = OptimizerSettings & Pick<Settings, 'activation' | 'labelSmoothing' | 'seed'>;

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
  /** While reading, values behind a dropout layer are those in front of it, and the weights their average if there is one. */
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
  const optimizer = optimizing(settings, operations);
  const { clipNorm, ema } = settings;
  const clips = clipNorm > 0;
  const use = clips ? keeping : optimizer;
  const { kernels: backwards, partials } = backward(site, operations, settings, use);
  const training = [
    gather(site),
    ...inner.map((op) => forward(site, op, settings)),
    denseWithLoss(site, last, settings.labelSmoothing),
    ...backwards,
    update(site, partials, use),
    ...(clips ? [gradientSquares(site, all), clippedUpdate(site, clipNorm, optimizer, all)] : []),
  ];
  return {
    operations,
    forward: [...readers, denseForward(site, last)],
    training,
    finite: findNonFinite(site, all),
    buffers: new Map([...parameterBuffers(settings, all), ...buffersOf(operations, target, partials)]),
    aliases: new Map([...aliasesOf(operations), ...(ema > 0 ? [['parameters', 'average'] as const] : [])]),
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
function backward(site: Site, operations: readonly Operation[], settings: ProgramSettings, use: GradientUse) {
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
    if (op.kind === 'dense') kernels.push(denseWeightGradient(site, op, use));
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

/** @param all - vectors of parameters */
function parameterBuffers({ optimizer, clipNorm, ema }: OptimizerSettings, all: number): [string, number][] {
  const bytes = all * VECTOR_BYTES;
  const state = STATE_VECTORS[optimizer] * bytes;
  return [
    ['parameters', bytes],
    ...(state > 0 ? [['state', state] as [string, number]] : []),
    ...(ema > 0 ? [['average', bytes] as [string, number]] : []),
    ...(clipNorm > 0
      ? ([
          ['gradients', bytes],
          ['squares', NORM_SUMS * FLOAT_BYTES],
        ] as [string, number][])
      : []),
  ];
}

function buffersOf(
  operations: readonly Operation[],
  { capacity }: Target,
  partials: readonly Partials[],
): Map<string, number> {
  const partialVectors = partials.reduce(
    (sum, { parameters, sums }) => sum + sums * (parameters.end - parameters.kernelAt),
    0,
  );
  const buffers = new Map([
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
