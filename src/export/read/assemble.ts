import { BATCH_NORM } from '../../model/layers/batch-norm';
import { type Network, networkSchema } from '../../model/network';
import { DEFAULT_SETTINGS } from '../../model/presets';
import type { Activation, Settings } from '../../model/settings';
import { type LayerPlan, type NetworkPlan, planNetwork, sizeOf } from '../../model/shapes';
import type { TrainedNetwork } from '../../model/trained-network';
import { parseAbout } from '../about-network';
import { channelsLastRows } from '../kernel-layouts';
import type { Refuse } from './network-file-error';
import type { OpenedNetwork } from './opened-network';
import type { ReadLayer } from './read-layer';
import { isSameReading } from './same-reading';

/**
 * The network that some layers make, as the lab has it: its activations where the lab has them, biases in front of a
 * normalisation in its mean, dense kernels in the lab's order.
 * @param about - what the file says of a network of the lab, where it does; taken where it says the same network
 * @throws NetworkFileError where it is none
 */
export function assemble(read: readonly ReadLayer[], about: unknown, refuse: Refuse): OpenedNetwork {
  const network = networkOf(read, refuse);
  const plan = possiblePlan(network, read, refuse);
  const activation = activationOf(plan, read, refuse);
  const folded = foldBiases(plan, read);
  const weights = plan.layers.flatMap((layer, at) => weightsOf(layer, folded[at] as ReadLayer, refuse));
  const foreign: Settings = { ...DEFAULT_SETTINGS, network: [...network], activation, dropout: 0 };
  const own = parseAbout(about);
  const isOwn = own !== undefined && isSameReading(own.settings, foreign);
  const opened: TrainedNetwork = isOwn
    ? { settings: own.settings, weights, trainedBatches: Math.max(1, own.trainedBatches) }
    : { settings: foreign, weights, trainedBatches: 1 };
  return { network: opened, classNames: own?.classNames, isOwn };
}

function networkOf(read: readonly ReadLayer[], refuse: Refuse): Network {
  const layers = read.map(({ layer }) => layer);
  const checked = networkSchema.safeParse(layers);
  if (checked.success) return checked.data;
  const [at, key] = checked.error.issues[0]?.path ?? [];
  const name = typeof at === 'number' ? (read[at]?.name ?? '') : '';
  throw refuse(
    'impossible',
    name,
    key === undefined ? `${layers.length} layers` : `${String(key)} out of range`,
  );
}

function possiblePlan(network: Network, read: readonly ReadLayer[], refuse: Refuse): NetworkPlan {
  const planned = planNetwork(network);
  if (planned.ok) return planned.plan;
  const { problem } = planned;
  const name = 'layer' in problem ? (read[problem.layer]?.name ?? '') : '';
  if (problem.code === 'too-many-parameters') {
    throw refuse('too-large', name, `${problem.parameters} parameters, at most ${problem.limit}`);
  }
  throw refuse('impossible', name, problem.code);
}

/** The lab has one activation, and it stands behind each layer that has weighted sums but the last. */
function activationOf(plan: NetworkPlan, read: readonly ReadLayer[], refuse: Refuse): Activation {
  let found: Activation | undefined;
  for (const [at, { isActivated }] of plan.layers.entries()) {
    const { name, activation } = read[at] as ReadLayer;
    if (isActivated && !activation) throw refuse('unsupported', name, 'no activation');
    if (!isActivated && activation) throw refuse('unsupported', name, `${activation} where the lab has none`);
    if (found && activation && found !== activation) {
      throw refuse('unsupported', name, `${activation} besides ${found}`);
    }
    found ??= activation;
  }
  return found ?? DEFAULT_SETTINGS.activation;
}

/** What is added to all values of a channel, a normalisation takes away with the mean. */
function foldBiases({ layers }: NetworkPlan, read: readonly ReadLayer[]): ReadLayer[] {
  const folded = [...read];
  for (const [at, plan] of layers.entries()) {
    const bias = read[at]?.tensors.bias;
    if (!bias || plan.weights.length === 0 || plan.weights.some(({ role }) => role === 'bias')) continue;
    const next = layers.findIndex(({ layer }, i) => i > at && layer.type === 'batch-norm');
    const norm = folded[next];
    if (!norm) continue;
    const mean = norm.tensors.mean?.map((value, channel) => value - (bias[channel] ?? Number.NaN));
    folded[next] = { ...norm, tensors: { ...norm.tensors, ...(mean && { mean }) } };
  }
  return folded;
}

/** In the order of the plan. */
function weightsOf(plan: LayerPlan, read: ReadLayer, refuse: Refuse): Float32Array[] {
  return plan.weights.map(({ role, shape }) => {
    const size = sizeOf(shape);
    const given = read.tensors[role] ?? standIn(role, size);
    if (!given) throw refuse('missing', read.name, role);
    if (given.length !== size)
      throw refuse('wrong-shape', read.name, `${role}: ${given.length} values, not ${size}`);
    const values =
      role === 'variance'
        ? withEpsilon(given, read, refuse)
        : role === 'kernel'
          ? read.order
            ? channelsLastRows(given, plan.input)
            : given
          : given;
    if (!values.every(Number.isFinite)) throw refuse('not-finite', read.name, role);
    return values;
  });
}

/** What may be left out, since leaving it out is the same as these values. */
function standIn(role: string, size: number): Float32Array | undefined {
  if (role === 'bias' || role === 'shift') return new Float32Array(size);
  return role === 'scale' ? new Float32Array(size).fill(1) : undefined;
}

/** The lab adds its own to the variance. */
function withEpsilon(variance: Float32Array, { name, epsilon }: ReadLayer, refuse: Refuse): Float32Array {
  // It has been through single precision in some formats.
  const isSame = epsilon === undefined || Math.fround(epsilon) === Math.fround(BATCH_NORM.epsilon);
  const values = isSame ? variance : variance.map((value) => value + epsilon - BATCH_NORM.epsilon);
  if (values.some((value) => value + BATCH_NORM.epsilon <= 0))
    throw refuse('unsupported', name, 'variance below 0');
  return values;
}
