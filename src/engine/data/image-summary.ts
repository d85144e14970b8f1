import { classesIn, type LabelledImages } from '../../data/dataset';
import { INPUT_SIZE } from '../../model/network';
import type { Part } from '../../protocol/data/images';
import type { ImageSummary } from '../../protocol/inspect';
import { imagesOf } from '../inspect/part-reader';
import { LatestTask } from '../latest-task';
import type { DataInUse } from './active-dataset';

/** Greys of a pixel: 0 to 255. */
const GREYS = 256;
/** Images between two turns of the event loop: about a millisecond of adding up. */
const SLICE = 512;

/**
 * Counts, mean images and grey levels of each class.
 * @param positions - in `images`, rising
 * @param classes - how many there are
 * @param yieldToEventLoop - called between slices
 * @param isWanted - asked after each slice
 * @returns undefined once it is not wanted any more
 */
async function summarise(
  { images, labels }: LabelledImages,
  positions: Uint32Array,
  classes: number,
  yieldToEventLoop: () => Promise<void>,
  isWanted: () => boolean,
): Promise<Omit<ImageSummary, 'part'> | undefined> {
  const counts = new Uint32Array(classes);
  // Up to 2^53 exactly; single precision would lose ones after some 60,000 images.
  const sums = new Float64Array(classes * INPUT_SIZE);
  const greys = new Uint32Array(classes * GREYS);
  for (let start = 0; start < positions.length; start += SLICE) {
    for (const position of positions.subarray(start, start + SLICE)) {
      const label = labels[position] as number;
      counts[label] = (counts[label] as number) + 1;
      const [sumAt, greyAt, pixelAt] = [label * INPUT_SIZE, label * GREYS, position * INPUT_SIZE];
      for (let pixel = 0; pixel < INPUT_SIZE; pixel++) {
        const grey = images[pixelAt + pixel] as number;
        sums[sumAt + pixel] = (sums[sumAt + pixel] as number) + grey;
        greys[greyAt + grey] = (greys[greyAt + grey] as number) + 1;
      }
    }
    await yieldToEventLoop();
    if (!isWanted()) return undefined;
  }
  const means = Float32Array.from(sums, (sum, i) => {
    const count = counts[Math.floor(i / INPUT_SIZE)] as number;
    return count > 0 ? sum / count / (GREYS - 1) : 0;
  });
  const own = Uint8Array.from(positions, (position) => labels[position] as number);
  return { positions, labels: own, counts, means, greys };
}

/** Summaries of the parts of the data in use, each made once; one is made at a time. */
export class ImageSummaries {
  private readonly kept = new WeakMap<DataInUse, Map<Part, ImageSummary>>();
  private readonly tasks = new LatestTask();

  /**
   * @param yieldToEventLoop - lets training and other questions go on
   * @param isInUse - whether data are still those in use
   */
  constructor(
    private readonly yieldToEventLoop: () => Promise<void>,
    private readonly isInUse: (data: DataInUse) => boolean,
  ) {}

  /** Undefined when cancelled, asked again meanwhile, and when other data take the place of these. */
  async of(part: Part, data: DataInUse): Promise<ImageSummary | undefined> {
    const signal = this.tasks.begin();
    const known = this.kept.get(data) ?? new Map<Part, ImageSummary>();
    const found = known.get(part);
    if (found) return found;
    const { images, positions } = imagesOf(part, data);
    const isWanted = () => !signal.aborted && this.isInUse(data);
    // In the order of the file, where the split has one of its own.
    const made = await summarise(
      images,
      positions.slice().sort(),
      classesIn(data.dataset),
      this.yieldToEventLoop,
      isWanted,
    );
    if (!made) return undefined;
    const summary = { part, ...made };
    this.kept.set(data, known.set(part, summary));
    return summary;
  }

  /** Ends the one that is being made. */
  cancel(): void {
    this.tasks.cancel();
  }
}
