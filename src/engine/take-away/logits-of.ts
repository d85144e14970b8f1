import { CLASSES, INPUT_SIZE } from '../../model/network';
import { plainLogits } from '../../model/plain/trace';
import type { TrainedNetwork } from '../../model/trained-network';
import { yieldToEventLoop } from '../yield-to-event-loop';

/**
 * By the plain forward pass in double precision, which no device and no kernel has a part in: what files are held to.
 * @param images - [n, 784], 0 to 1
 * @returns [n, 10] row by row
 */
export async function logitsOf(
  { settings, weights }: TrainedNetwork,
  images: Float32Array,
): Promise<Float32Array> {
  const count = images.length / INPUT_SIZE;
  const logits = new Float32Array(count * CLASSES);
  for (let i = 0; i < count; i++) {
    const image = images.subarray(i * INPUT_SIZE, (i + 1) * INPUT_SIZE);
    logits.set(plainLogits(settings.network, weights, settings.activation, image), i * CLASSES);
    await yieldToEventLoop();
  }
  return logits;
}
