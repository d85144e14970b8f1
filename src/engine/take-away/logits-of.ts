import { classesOf, INPUT_SIZE } from '../../model/network';
import { plainLogits } from '../../model/plain/trace';
import type { TrainedNetwork } from '../../model/trained-network';
import { readingParts } from '../network/reading-network';
import { yieldToEventLoop } from '../yield-to-event-loop';

/**
 * By the plain forward pass in double precision, which no device and no kernel has a part in: what files are held to.
 * @param images - [n, 784], 0 to 1
 * @returns [n, classes] row by row
 */
export async function logitsOf(
  { settings, weights }: TrainedNetwork,
  images: Float32Array,
): Promise<Float32Array> {
  const count = images.length / INPUT_SIZE;
  const classes = classesOf(settings.network);
  const logits = new Float32Array(count * classes);
  for (let i = 0; i < count; i++) {
    const image = images.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE);
    logits.set(plainLogits(settings.network, weights, settings.activation, image), i * classes);
    await yieldToEventLoop();
  }
  return logits;
}

/** The same by the kernels of the fast step, in single precision; undefined where they can't do it. */
export async function singlePrecision(
  { settings, weights }: TrainedNetwork,
  images: Float32Array,
): Promise<Float32Array | undefined> {
  const runtime = readingParts(settings, weights)?.runtime;
  if (!runtime) return undefined;
  try {
    const greys = Uint8Array.from(images, (ink) => Math.round(255 * ink));
    const labels = new Uint8Array(images.length / INPUT_SIZE);
    return await runtime.logits(
      { images: greys, labels },
      Uint32Array.from(labels, (_, i) => i),
    );
  } finally {
    runtime.dispose();
  }
}
