import { INPUT_SIZE } from '../../model/network';
import { RandomStream } from '../../model/random';
import { planOf } from '../../model/shapes';
import type { TrainedNetwork } from '../../model/trained-network';
import type { Inquiries } from '../../protocol/engine-api';

/** Images that files are read with, and where they are from. */
export interface CheckImages {
  readonly from: 'test' | 'random';
  readonly count: number;
  /** [count, 784], 0 background to 1 ink */
  readonly pixels: Float32Array;
  /** [count]; undefined of random ones */
  readonly labels: Uint8Array | undefined;
}

/** As many as that, but of networks that would take minutes fewer. */
const MOST_IMAGES = 100;
const FEWEST_IMAGES = 4;
/** Multiplications and additions of all images together: half a minute of the plain forward pass. */
const MOST_FLOPS = 2e10;
/** Share of a random image that has no ink, about as in MNIST. */
const BACKGROUND = 0.8;

/** The first test images of the data in use; where there are none, images drawn at random. */
export async function checkImages(
  { settings }: Pick<TrainedNetwork, 'settings'>,
  { images, labels }: Pick<Inquiries, 'images' | 'labels'>,
): Promise<CheckImages> {
  const affordable = Math.floor(MOST_FLOPS / planOf(settings.network).flops);
  const count = Math.max(FEWEST_IMAGES, Math.min(MOST_IMAGES, affordable));
  const there = Math.min(count, (await labels('test'))?.length ?? 0);
  const positions = Uint32Array.from({ length: there }, (_, i) => i);
  const found = there > 0 ? await images('test', positions) : undefined;
  if (!found) return { from: 'random', count, pixels: randomPixels(count), labels: undefined };
  const pixels = Float32Array.from(found.images, (grey) => grey / 255);
  return { from: 'test', count: there, pixels, labels: found.labels };
}

function randomPixels(count: number): Float32Array {
  const random = new RandomStream(1, 'shuffle');
  const pixel = () => (random.uniform() < BACKGROUND ? 0 : random.below(256) / 255);
  return Float32Array.from({ length: count * INPUT_SIZE }, pixel);
}
