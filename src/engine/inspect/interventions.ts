import { planOf } from '../../model/shapes';
import type { Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { WeightEdit } from '../../protocol/inspect';
import type { Evaluation } from '../../protocol/run';
import type { DataInUse } from '../data/active-dataset';
import type { NetworkInUse } from '../network/active-network';
import { checkEdits, editedWeights } from '../network/edited-weights';
import { evaluate } from '../run/evaluate';
import { imagesOf } from './part-reader';

interface InterventionParts {
  readonly emit: (event: EngineEvent) => void;
  /** Lets commands come in. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** Ends whatever reads with weights that are about to change. */
  readonly cancelRead: () => void;
}

class Overtaken extends Error {}

/** Images between two moments in which commands can come in. */
const CHUNK = 256;

/** How well a network reads the validation images of these data with the weights that it has learnt. */
interface Seen {
  readonly network: NetworkInUse;
  readonly data: DataInUse;
  readonly trainedBatches: number;
  readonly evaluation: Evaluation;
}

/** A network, what it had learnt, and how well it read before anyone changed that. */
interface Original {
  readonly network: NetworkInUse;
  readonly data: DataInUse;
  readonly weights: readonly Float32Array[];
  readonly before: Evaluation;
}

/**
 * Changes of the trained weights by a person. Keeps the weights as they were learnt, so that each list of edits starts
 * from them and an empty one undoes all. One list at a time; of those that wait only the last is put in force.
 */
export class Interventions {
  private original: Original | undefined;
  private seen: Seen | undefined;
  private latest = 0;
  private queue: { readonly network: NetworkInUse; readonly done: Promise<void> } | undefined;

  constructor(private readonly parts: InterventionParts) {}

  /** The network is given up, or trains: what is under way ends without a word. */
  forget(): void {
    this.latest += 1;
    this.original = undefined;
    this.queue = undefined;
  }

  /** What was read with the learnt weights need not be read again when they are edited. */
  saw({ part, trainedBatches, evaluation }: Readings, data: DataInUse, network: NetworkInUse): void {
    if (part !== 'validation' || this.original?.network === network) return;
    this.seen = { network, data, trainedBatches, evaluation };
  }

  /**
   * Tells `edited`, then `read` of the validation images, unless other edits or `forget` come first.
   * @returns a promise that is refused with what the device throws
   * @throws RangeError at once, where an edit speaks of weights that the network has not
   */
  edit(edits: readonly WeightEdit[], data: DataInUse, network: NetworkInUse): Promise<void> {
    checkEdits(planOf(network.settings.network), edits);
    this.latest += 1;
    const request = this.latest;
    const isWanted = () => request === this.latest;
    // A device that is lost may leave what waits for it pending: another network does not wait for that.
    const earlier = this.queue?.network === network ? this.queue.done : Promise.resolve();
    const apply = () => this.apply(edits, data, network, isWanted);
    const done = earlier.then(apply, apply);
    this.queue = { network, done };
    return done;
  }

  private async apply(
    edits: readonly WeightEdit[],
    data: DataInUse,
    network: NetworkInUse,
    isWanted: () => boolean,
  ): Promise<void> {
    if (!isWanted()) return;
    const { step, settings } = network;
    try {
      const { weights, before } = await this.originalOf(data, network);
      if (!isWanted()) return;
      this.parts.cancelRead();
      step.setWeights(editedWeights(planOf(settings.network), settings.activation, weights, edits));
      const readings = await this.read(data, network, isWanted);
      this.parts.emit({ type: 'edited', edits, before, after: readings.evaluation });
      this.parts.emit({ type: 'read', readings });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }

  /** Goes on where newer edits wait, since these need it too. */
  private async originalOf(data: DataInUse, network: NetworkInUse): Promise<Original> {
    const known = this.original?.network === network ? this.original : undefined;
    if (known?.data === data) return known;
    const { queue, seen } = this;
    const weights = known?.weights ?? (await network.step.weights());
    const isSeen =
      seen?.network === network && seen.data === data && seen.trainedBatches === network.trainedBatches;
    if (known) {
      this.parts.cancelRead();
      network.step.setWeights(weights);
    }
    const before = isSeen
      ? seen.evaluation
      : (await this.read(data, network, () => this.queue?.network === queue?.network)).evaluation;
    this.original = { network, data, weights, before };
    return this.original;
  }

  private read(data: DataInUse, network: NetworkInUse, isWanted: () => boolean): Promise<Readings> {
    return evaluate(network, imagesOf('validation', data), CHUNK, async () => {
      await this.parts.yieldToEventLoop();
      if (!isWanted()) throw new Overtaken();
    });
  }
}
