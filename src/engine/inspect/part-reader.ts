import type { Part, Readings } from '../../protocol/data/images';
import type { EngineEvent } from '../../protocol/engine-api';
import type { DataInUse } from '../data/active-dataset';
import type { NetworkInUse } from '../network/active-network';
import { type EvaluatedPart, evaluate } from '../run/evaluate';

/** Milliseconds between two words about how far a reading is. */
const TELL_EVERY = 250;
/** Images between two moments in which commands can come in. */
const CHUNK = 128;

interface PartReaderParts {
  readonly emit: (event: EngineEvent) => void;
  readonly now: () => number;
  /** Lets commands come in. */
  readonly yieldToEventLoop: () => Promise<void>;
}

class Overtaken extends Error {}

/** Reads all images of a part on request, one part at a time: the next one, or a cancel, ends the one before. */
export class PartReader {
  private latest = 0;
  /** The last reading that was begun; a cancel is a request without one. */
  private begun = 0;

  constructor(private readonly parts: PartReaderParts) {}

  cancel(): void {
    this.latest += 1;
  }

  /**
   * Tells `reading` on the way and at the end `read`, or `read-ended` when it was overtaken.
   * @returns undefined when it was overtaken
   * @throws what the device throws
   */
  async read(part: Part, data: DataInUse, network: NetworkInUse): Promise<Readings | undefined> {
    this.latest += 1;
    const request = this.latest;
    this.begun = request;
    const { emit, now, yieldToEventLoop } = this.parts;
    const images = imagesOf(part, data);
    let told = now();
    emit({ type: 'reading', part, done: 0 });
    try {
      const readings = await evaluate(network, images, CHUNK, async (done) => {
        await yieldToEventLoop();
        if (request !== this.latest) throw new Overtaken();
        if (now() - told < TELL_EVERY) return;
        told = now();
        emit({ type: 'reading', part, done: done / images.positions.length });
      });
      emit({ type: 'read', readings });
      return readings;
    } catch (error) {
      if (!this.isFollowed(request)) emit({ type: 'read-ended' });
      if (error instanceof Overtaken) return undefined;
      throw error;
    }
  }

  /** Another reading has begun, and says how far it is. */
  private isFollowed(request: number): boolean {
    return this.begun > request;
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
