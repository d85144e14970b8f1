import { planOf } from '../../model/shapes';
import type { Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { WeightEdit } from '../../protocol/inspect';
import type { Evaluation } from '../../protocol/run';
import type { DataInUse } from '../data/active-dataset';
import { Cancelled, LatestTask } from '../latest-task';
import { checkEdits, editedWeights } from '../network/edited-weights';
import type { NetworkInUse } from '../network/network-in-use';
import { evaluate } from '../run/evaluate';
import { imagesOf } from './part-reader';
import type { ValidationCache } from './validation-cache';

interface InterventionParts {
  readonly emit: (event: EngineEvent) => void;
  readonly validations: ValidationCache;
  /** Whether these weights are still in use. */
  readonly isCurrent: (weightsVersion: number) => boolean;
  /** Lets commands come in. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Images between two moments in which commands can come in. */
const CHUNK = 256;

/** The weights as they were learnt, before anyone edited them. */
interface Original {
  readonly weights: readonly Float32Array[];
  /** How well they read the validation images. */
  readonly before: WeakMap<DataInUse, Evaluation>;
  /** Of the weights that came of these by edits: others were not made from this original. */
  weightsVersion: number;
}

/**
 * Changes of the trained weights by a person. Keeps the weights as they were learnt, so that each list of edits starts
 * from them and an empty one undoes all. One list at a time; of those that wait only the last is put in force.
 */
export class Interventions {
  private original: Original | undefined;
  private readonly tasks = new LatestTask();
  private queue: { readonly network: NetworkInUse; readonly done: Promise<void> } | undefined;

  constructor(private readonly parts: InterventionParts) {}

  /**
   * Tells `edited`, then `read` of the validation images, unless other edits come first or the weights become others.
   * @returns a promise that is refused with what the device throws
   * @throws RangeError at once, where an edit speaks of weights that the network has not
   */
  edit(edits: readonly WeightEdit[], data: DataInUse, network: NetworkInUse): Promise<void> {
    checkEdits(planOf(network.settings.network), edits);
    const signal = this.tasks.begin();
    // A device that is lost may leave what waits for it pending: another network does not wait for that.
    const earlier = this.queue?.network === network ? this.queue.done : Promise.resolve();
    const apply = () => this.apply(edits, data, network, signal);
    const done = earlier.then(apply, apply);
    this.queue = { network, done };
    return done;
  }

  /** Resolves when no edit is under way, however it ended. */
  async settled(): Promise<void> {
    await this.queue?.done.catch(() => undefined);
  }

  private async apply(
    edits: readonly WeightEdit[],
    data: DataInUse,
    network: NetworkInUse,
    signal: AbortSignal,
  ): Promise<void> {
    const { network: layers, activation } = network.settings;
    try {
      signal.throwIfAborted();
      const original = await this.originalOf(data, network);
      signal.throwIfAborted();
      this.throwUnlessCurrent(original.weightsVersion);
      setWeights(network, original, editedWeights(planOf(layers), activation, original.weights, edits));
      const readings = await this.read(data, network, signal);
      const before = original.before.get(data) as Evaluation;
      const { evaluation: after, weightsVersion } = readings;
      this.parts.emit({ type: 'edited', edits, before, after, weightsVersion });
      this.parts.emit({ type: 'read', readings });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  }

  /** With its evaluation on these data; goes on where newer edits wait, since these need it too. */
  private async originalOf(data: DataInUse, network: NetworkInUse): Promise<Original> {
    const { weightsVersion } = network;
    const known = this.original?.weightsVersion === weightsVersion ? this.original : undefined;
    if (known?.before.has(data)) return known;
    if (known) setWeights(network, known, known.weights);
    const original = known ?? {
      weights: await network.runtime.weights(),
      before: new WeakMap<DataInUse, Evaluation>(),
      weightsVersion,
    };
    const evaluated = known ? undefined : this.parts.validations.get(weightsVersion, data);
    original.before.set(data, evaluated ?? (await this.read(data, network)).evaluation);
    this.original = original;
    return original;
  }

  private read(data: DataInUse, network: NetworkInUse, signal?: AbortSignal): Promise<Readings> {
    const { weightsVersion } = network;
    return evaluate(network, imagesOf('validation', data), CHUNK, async () => {
      await this.parts.yieldToEventLoop();
      signal?.throwIfAborted();
      this.throwUnlessCurrent(weightsVersion);
    });
  }

  private throwUnlessCurrent(weightsVersion: number): void {
    if (!this.parts.isCurrent(weightsVersion)) throw new Cancelled();
  }
}

/** Puts weights in force that are those of the original, edited or not. */
function setWeights(network: NetworkInUse, original: Original, weights: readonly Float32Array[]): void {
  network.setWeights(weights);
  original.weightsVersion = network.weightsVersion;
}
