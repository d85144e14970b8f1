import type { Part, Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { DataInUse } from '../data/active-dataset';
import { Cancelled, LatestTask } from '../latest-task';
import type { NetworkInUse } from '../network/network-in-use';
import { type EvaluatedPart, evaluate } from '../run/evaluate';
import type { ValidationCache } from './validation-cache';

/** Milliseconds between two words about how far a reading is. */
const TELL_EVERY = 250;
/** Images between two moments in which commands can come in. */
const CHUNK = 128;

interface PartReaderParts {
  readonly emit: (event: EngineEvent) => void;
  readonly validations: ValidationCache;
  /** Whether these weights and these data are still in use. */
  readonly isCurrent: (weightsVersion: number, data: DataInUse) => boolean;
  readonly now: () => number;
  /** Lets commands come in. */
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Reads all images of a part on request, one part at a time: the next one, or a cancel, ends the one before. */
export class PartReader {
  private readonly tasks = new LatestTask();

  constructor(private readonly parts: PartReaderParts) {}

  cancel(): void {
    this.tasks.cancel();
  }

  /**
   * Tells `reading` on the way and at the end `read`, or `read-ended` when it was cancelled; it also ends when other
   * weights or other data come into use. Another reading that has begun meanwhile says itself how far it is.
   * @returns undefined when it was cancelled
   * @throws what the device throws
   */
  async read(part: Part, data: DataInUse, network: NetworkInUse): Promise<Readings | undefined> {
    const signal = this.tasks.begin();
    const { emit, validations, isCurrent, now, yieldToEventLoop } = this.parts;
    const { weightsVersion } = network;
    const images = imagesOf(part, data);
    let told = now();
    emit({ type: 'reading', part, done: 0 });
    try {
      const readings = await evaluate(network, images, CHUNK, async (done) => {
        await yieldToEventLoop();
        signal.throwIfAborted();
        if (!isCurrent(weightsVersion, data)) throw new Cancelled();
        if (now() - told < TELL_EVERY) return;
        told = now();
        emit({ type: 'reading', part, done: done / images.positions.length });
      });
      validations.put(readings, data);
      emit({ type: 'read', readings });
      return readings;
    } catch (error) {
      if (this.tasks.isLast(signal)) emit({ type: 'read-ended' });
      if (error instanceof Cancelled) return undefined;
      throw error;
    }
  }
}

/** The images of a part, in the order of their file or, in the training file, of the split. */
export function imagesOf(part: Part, { dataset, split }: DataInUse): EvaluatedPart {
  switch (part) {
    case 'train':
    case 'validation':
      return { part, images: dataset.train, positions: split[part] };
    case 'test':
      return {
        part,
        images: dataset.test,
        positions: Uint32Array.from(dataset.test.labels, (_, position) => position),
      };
    default:
      return part satisfies never;
  }
}
