import type { RunWork } from '../../protocol/checkpoint';
import type { RunProgress } from '../../protocol/run';

/** A forward pass costs about a third of a training step. */
const EVALUATION_COST = 1 / 3;
/** Speed is taken over about this many milliseconds, so that it follows the machine without jumping. */
const SPEED_WINDOW = 2000;

interface RunSize {
  readonly epochs: number;
  readonly trainingImages: number;
  readonly validationImages: number;
  readonly testImages: number;
}

/** Counts a run's work and tells progress, speed and time left. Time while paused is not counted. */
export class RunMeter {
  private images = 0;
  private evaluated = 0;
  private activeTime = 0;
  private resumedAt: number | undefined;
  /** [ms spent training, training images] at the last batches */
  private history: [number, number][] = [];
  private trainingTime = 0;
  /** That the run has, as far as is known. */
  private epochs: number;
  private lastTrained: number | undefined;

  constructor(
    private readonly size: RunSize,
    private readonly now: () => number,
  ) {
    this.epochs = size.epochs;
  }

  get work(): RunWork {
    return { images: this.images, evaluated: this.evaluated, seconds: this.elapsed() / 1000 };
  }

  /** Goes on after work that was done before. Before the first `resume`. */
  goOn({ images, evaluated, seconds }: RunWork): void {
    this.images = images;
    this.evaluated = evaluated;
    this.activeTime = seconds * 1000;
  }

  /** The run has no more epochs than these. */
  endAfter(epochs: number): void {
    this.epochs = epochs;
  }

  resume(): void {
    this.resumedAt ??= this.now();
    this.lastTrained = undefined;
  }

  pause(): void {
    this.activeTime = this.elapsed();
    this.resumedAt = undefined;
    this.lastTrained = undefined;
  }

  /** Training starts or goes on: the time until the next `trained` counts, that of an evaluation before does not. */
  trainingFromNow(): void {
    this.lastTrained = this.now();
  }

  trained(images: number): void {
    const now = this.now();
    this.trainingTime += now - (this.lastTrained ?? now);
    this.lastTrained = now;
    this.images += images;
    this.history.push([this.trainingTime, this.images]);
    while (this.history.length > 2 && this.trainingTime - (this.history[1]?.[0] ?? 0) > SPEED_WINDOW) {
      this.history.shift();
    }
  }

  evaluatedMore(images: number): void {
    this.evaluated += images;
  }

  progress(epoch: number): RunProgress {
    const { epochs, trainingImages, validationImages, testImages } = this.size;
    const total =
      this.epochs * (trainingImages + EVALUATION_COST * validationImages) + EVALUATION_COST * testImages;
    const work = this.images + EVALUATION_COST * this.evaluated;
    const elapsed = this.elapsed();
    const speed = this.imagesPerSecond();
    return {
      epoch,
      epochs,
      images: this.images,
      seconds: elapsed / 1000,
      done: Math.min(1, work / total),
      ...(speed === undefined ? {} : { imagesPerSecond: speed }),
      ...(elapsed < 500 || work === 0 ? {} : { secondsLeft: ((total - work) * elapsed) / work / 1000 }),
    };
  }

  private imagesPerSecond(): number | undefined {
    const [first, last] = [this.history[0], this.history[this.history.length - 1]];
    if (!first || !last || last[0] <= first[0]) return undefined;
    return ((last[1] - first[1]) * 1000) / (last[0] - first[0]);
  }

  private elapsed(): number {
    return this.activeTime + (this.resumedAt === undefined ? 0 : this.now() - this.resumedAt);
  }
}
