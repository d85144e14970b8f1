import { scoreLogits } from '../../../metrics/logits';
import { nearestRows } from '../../../metrics/nearest';
import type { Neighbour, NeighbourAsker, Projection, ProjectionMethod } from '../../../protocol/inspect';
import type { DataInUse } from '../../data/active-dataset';
import { LatestTask } from '../../latest-task';
import { imagesOf } from '../part-reader';
import type { Embedded } from './embedding';
import { FeatureCache, type Features, type ReadNetwork } from './feature-cache';
import type { Embedding, startEmbedding } from './start-embedding';

interface ProjectorParts {
  readonly startEmbedding: typeof startEmbedding;
  readonly yieldToEventLoop: () => Promise<void>;
  /** Whether a network is still the one in use: another one's weights are gone. */
  readonly isInUse: (network: ReadNetwork) => boolean;
}

const PROJECTED = 2000;
const SEARCHED = 5000;

/** How images lie to each other in the eyes of the last layer. */
export class Projector {
  private readonly tested: FeatureCache;
  private readonly trained: FeatureCache;
  private readonly projections = new LatestTask();
  private readonly searches: Readonly<Record<NeighbourAsker, LatestTask>> = {
    projection: new LatestTask(),
    draw: new LatestTask(),
  };

  constructor(private readonly parts: ProjectorParts) {
    this.tested = new FeatureCache(parts.yieldToEventLoop);
    this.trained = new FeatureCache(parts.yieldToEventLoop);
  }

  /** The first images of a part in two dimensions; undefined when cancelled, overtaken, or when the network is replaced. */
  async project(
    network: ReadNetwork,
    data: DataInUse,
    method: ProjectionMethod,
    part: Projection['part'],
  ): Promise<Projection | undefined> {
    const signal = this.projections.begin();
    const { trainedBatches, weightsVersion } = network;
    const isWanted = () => !signal.aborted && this.parts.isInUse(network);
    const { images, positions: all } = imagesOf(part, data);
    const first = all.slice(0, PROJECTED);
    const features = await this.tested.read(network, images, first, isWanted);
    // Also asked here: features that are kept come without being asked for on the way.
    if (!features || !isWanted()) return undefined;
    const { rows, width } = features;
    const embedding = this.parts.startEmbedding({ method, features: rows.slice(), width });
    const embedded = await untilAborted(embedding, signal);
    if (!embedded) return undefined;
    const positions = first.subarray(0, rows.length / width);
    const truth = Uint8Array.from(positions, (position) => images.labels[position] as number);
    const { predicted } = scoreLogits(logitsOf(features), truth);
    return { method, part, positions, truth, predicted, ...embedded, trainedBatches, weightsVersion };
  }

  /** Ends the projection under way. */
  cancel(): void {
    this.projections.cancel();
  }

  /** The training images nearest to an image; undefined when cancelled, overtaken by the same asker, or when the network is replaced. */
  async neighbours(
    network: ReadNetwork,
    { dataset, split }: DataInUse,
    image: Float32Array,
    { count, asker }: { readonly count: number; readonly asker: NeighbourAsker },
  ): Promise<readonly Neighbour[] | undefined> {
    const signal = this.searches[asker].begin();
    const isWanted = () => !signal.aborted && this.parts.isInUse(network);
    const searched = split.train.subarray(0, SEARCHED);
    const features = await this.trained.read(network, dataset.train, searched, isWanted);
    if (!features || !isWanted()) return undefined;
    const layers = await network.runtime.activations(image);
    const own = layers.at(-2)?.values ?? image;
    return nearestRows(features.rows, own, count).map(({ row, distance }) => {
      const position = searched[row] as number;
      return { set: 'train', position, label: dataset.train.labels[position] as number, distance };
    });
  }

  /** Ends the asker's search under way. */
  cancelNeighbours(asker: NeighbourAsker): void {
    this.searches[asker].cancel();
  }
}

/** @returns undefined once the signal is aborted, which ends the embedding */
function untilAborted({ result, cancel }: Embedding, signal: AbortSignal): Promise<Embedded | undefined> {
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => {
      cancel();
      resolve(undefined);
    });
  });
  return Promise.race([result, aborted]);
}

/** The last layer, so that what is read in an image and its place are of the same features. @returns [n, classes] */
function logitsOf({ rows, width, weights }: Features): Float32Array {
  const [kernel, bias] = weights.slice(-2) as [Float32Array, Float32Array];
  const classes = bias.length;
  const logits = new Float32Array((rows.length / width) * classes);
  for (let row = 0; row * width < rows.length; row++) {
    for (let label = 0; label < classes; label++) {
      let sum = bias[label] as number;
      for (let i = 0; i < width; i++) {
        sum += (rows[row * width + i] as number) * (kernel[i * classes + label] as number);
      }
      logits[row * classes + label] = sum;
    }
  }
  return logits;
}
